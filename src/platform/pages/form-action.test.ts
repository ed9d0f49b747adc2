import { expect, test } from 'vitest'
import { stringsOf } from './form-action.ts'

test('the strings of a form: one of a name by itself, several as a list; files and the key of the form are not in it', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['a', '1'],
    ['b', '2'],
    ['b', '3'],
    ['idempotencyKey', 'x'],
  ] as const)
    form.append(name, value)
  form.append('c', new Blob(['x']), 'x.txt')
  expect(stringsOf(form)).toEqual({ a: '1', b: ['2', '3'] })
})

test('a form of nothing but names is refused in no time', () => {
  const form = new FormData()
  for (let at = 0; at < 100_000; at += 1) form.append(`n${at}`, '')
  const started = performance.now()
  expect(() => stringsOf(form)).toThrow(expect.objectContaining({ code: 'body-too-large' }))
  expect(performance.now() - started).toBeLessThan(1000)
})
