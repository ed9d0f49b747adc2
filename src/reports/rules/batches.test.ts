import { expect, test } from 'vitest'
import { batchVerbs, makeBatchInput, mayUndo, needsSecondPerson, undoMinutes } from './batches.ts'

test.each(batchVerbs)('%s of one needs nobody else', (verb) => {
  expect(needsSecondPerson(verb, 1)).toBe(false)
})

test('ending several needs a second person, moving several does not', () => {
  expect(batchVerbs.filter((verb) => needsSecondPerson(verb, 2))).toEqual(['close', 'reject'])
})

test('taken back within some minutes, once, and only what can be taken back honestly', () => {
  const batch = { state: 'done', movedAtMs: 0 } as const
  const last = undoMinutes * 60_000
  expect(batchVerbs.filter((verb) => mayUndo({ ...batch, verb }, last))).toEqual([
    'accept',
    'assign',
    'close',
  ])
  expect(mayUndo({ ...batch, verb: 'accept' }, last + 1)).toBe(false)
  expect(mayUndo({ ...batch, verb: 'accept', state: 'undone' }, 0)).toBe(false)
  expect(mayUndo({ ...batch, verb: 'close', state: 'waiting' }, 0)).toBe(false)
})

test('each verb asks for what it needs', () => {
  const wrong = (input: object) =>
    makeBatchInput.safeParse(input).error?.issues.map(({ path }) => path.join('.'))
  expect(wrong({ verb: 'assign', codes: ['a'] })).toEqual(['agency'])
  expect(wrong({ verb: 'reject', codes: ['a'] })).toEqual(['reason', 'text'])
  expect(wrong({ verb: 'close', codes: ['a'] })).toBeUndefined()
  expect(wrong({ verb: 'close', codes: [] })).toEqual(['codes'])
})
