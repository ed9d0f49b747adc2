import pino from 'pino'
import type { DestinationStream, Logger } from 'pino'

/** Fields that may hold something personal; whatever is in them is not written. */
const personal = [
  'phone',
  'phoneNumber',
  'name',
  'fullName',
  'email',
  'text',
  'contact',
  'address',
  'password',
  'code',
  'token',
  'cookie',
  'authorization',
  'set-cookie',
  'ip',
]

/** How much is said, and whether people or machines read it. */
export interface LogConfig {
  readonly logLevel: string
  readonly settings: { readonly mode: 'demo' | 'production' | 'test' }
}

/**
 * The log of this process: one JSON object a line, or short lines for the demo's console. Personal fields are left out
 * at any depth up to three, and texts of errors lose phone numbers, e-mail addresses and quoted values.
 */
export function makeLog(
  config: LogConfig,
  to: DestinationStream = pino.destination({ fd: 1, sync: false }),
): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: personal.flatMap(pathsOf), censor: '…' },
      serializers: { err: describeError, error: describeError },
      hooks: { logMethod: scrubArguments },
    },
    config.settings.mode === 'demo' ? inLines(to) : to,
  )
}

/** A log that puts the request's id into each line. */
export function logOf(log: Logger, requestId: string): Logger {
  return log.child({ requestId })
}

function pathsOf(field: string): string[] {
  const name = /^\w+$/.test(field) ? `.${field}` : `["${field}"]`
  return [name.replace(/^\./, ''), `*${name}`, `*.*${name}`].filter((path) => path !== 'code')
}

type Logged = Parameters<NonNullable<NonNullable<pino.LoggerOptions['hooks']>['logMethod']>>

function scrubArguments(this: Logger, args: Logged[0], method: Logged[1]): void {
  const given: readonly unknown[] = args[0] instanceof Error ? [{ err: args[0] }, ...args.slice(1)] : args
  const scrubbed = given.map((value) => (typeof value === 'string' ? scrub(value) : value))
  const error = given.length === 1 ? errorIn(given[0]) : null
  // Without words of its own, pino would take those of the error as they are.
  if (error) scrubbed.push(scrub(error.message))
  method.apply(this, scrubbed as unknown as Logged[0])
}

function errorIn(value: unknown): Error | null {
  const found = value !== null && typeof value === 'object' && 'err' in value ? value.err : null
  return found instanceof Error ? found : null
}

/** What of an error helps to repair it: never its detail, its query or its parameters, which hold people's texts. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const from = error as Error & Record<string, unknown>
  const pick = (field: string) => (typeof from[field] === 'string' ? { [field]: from[field] } : {})
  return {
    type: error.name,
    message: scrub(error.message),
    stack: scrub(error.stack ?? ''),
    ...(typeof from['code'] === 'string' ? { errorCode: from['code'] } : {}),
    ...pick('constraint'),
    ...pick('table'),
    ...pick('column'),
    ...pick('syscall'),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}

const phone = /(?:\+|\b(?!\d{4}-\d\d-\d\d(?!\d)))\d(?:[ .-]?\d){7,14}\b/g
const email = /[^\s@"'<>(]+@[^\s@"'<>)]+\.\w+/g
const quoted = /"[^"\n]{0,2000}"|'[^'\n]{3,2000}'/g

/** Takes phone numbers, e-mail addresses and quoted values out of a text. */
export function scrub(text: string): string {
  const [first = '', ...stack] = text.split('\n    at ')
  const clean = first.replace(email, '…@…').replace(quoted, '"…"').replace(phone, '…')
  return [clean, ...stack].join('\n    at ')
}

/** `14:05:00 info  message key=value` for people who look at a console. */
function inLines(to: DestinationStream): DestinationStream {
  return {
    write(line: string) {
      const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>
      const more = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      to.write(
        `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg ?? '')} ${more.join(' ')}`.trimEnd() +
          '\n',
      )
    },
  }
}
