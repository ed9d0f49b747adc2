import type { Logger } from 'pino'
import { expect, test } from 'vitest'
import { logOf, makeLog, scrub } from './log.ts'

function listen(mode: 'demo' | 'production' = 'production') {
  const lines: string[] = []
  const log = makeLog({ logLevel: 'info', settings: { mode } }, { write: (line) => void lines.push(line) })
  return { log, lines }
}

test('a phone number in an error does not reach the log', () => {
  const { log, lines } = listen()
  const error = Object.assign(
    new Error('no account for +84912345678, "Nguyễn Văn An", an@example.vn or 0912 345 678'),
    {
      code: '23505',
      detail: 'Key (phone)=(+84912345678) already exists.',
      constraint: 'people_phone',
      parameters: ['+84912345678'],
    },
  )
  log.error({ err: error, requestId: 'r-1' }, 'bug while calling 0912.345.678')
  const line = lines.join('')
  expect(line).not.toMatch(/912|Nguyễn|an@example/)
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    requestId: 'r-1',
    err: { type: 'Error', errorCode: '23505', constraint: 'people_phone' },
  })
  expect(line).toContain('log.test.ts')
})

test.each([
  ['alone', (log: Logger, error: Error) => log.error(error)],
  ['as a field', (log: Logger, error: Error) => log.error({ err: error })],
  ['with words', (log: Logger, error: Error) => log.error(error, 'for +84912345678')],
  ['as words', (log: Logger, error: Error) => log.error(error.message)],
])('an error logged %s keeps its phone number to itself', (_how, write) => {
  const { log, lines } = listen()
  write(log, new Error('no account for 0912345678'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('912')
})

test('personal fields are left out, however deep', () => {
  const { log, lines } = listen()
  const person = { name: 'An', phone: '+84912345678', email: 'a@b.vn' }
  log.info(
    {
      ...person,
      text: 'my road',
      person,
      asked: { person, headers: { cookie: 'c=1', authorization: 'Bearer t' } },
    },
    'seen',
  )
  expect(lines.join('')).not.toMatch(/An|912|a@b|road|c=1|Bearer/)
})

test('the cause of an error is described the same way', () => {
  const { log, lines } = listen()
  log.error({ err: new Error('failed', { cause: new Error('for 0912345678') }) }, 'bug')
  expect(JSON.parse(lines[0] ?? '').err.cause).toMatchObject({
    type: 'Error',
    message: 'for …',
  })
})

test('a request has its id in each line; the code of a bug stays', () => {
  const { log, lines } = listen()
  logOf(log, 'r-9').error({ code: 'ab12cd34' }, 'bug')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: 'r-9',
    code: 'ab12cd34',
    msg: 'bug',
  })
})

test('the demo writes short lines', () => {
  const { log, lines } = listen('demo')
  log.info({ reports: 3 }, 'seeded')
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}seeded reports=3\n$/)
})

test('codes, dates and places in a stack are kept', () => {
  expect(scrub('report TN-7K4M2Q9P at 2026-11-23\n    at file:///work/main/x.ts:12:34')).toBe(
    'report TN-7K4M2Q9P at 2026-11-23\n    at file:///work/main/x.ts:12:34',
  )
})
