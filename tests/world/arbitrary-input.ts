import fc from 'fast-check'
import { z } from 'zod'

/** As much of JSON Schema as inputs are written in. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
}

/** What people and their programs really send, beside what is asked: accents apart, marks that turn text around, nothing. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'Thái Nguyên'.normalize('NFD'),
  '\u202Eđảo chữ\u202C',
  '\u200B\uFEFF',
  '👨‍👩‍👧‍👦🇻🇳',
  '\uD800',
  "'; drop table reports; --",
  '%_\\%',
  '<script>alert(1)</script>',
  '{"__proto__":1}',
  '../../etc/passwd',
  'TN-7K4M2Q9P',
  '99999999999999999999',
  '-1',
  '1e999',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(5000),
]

const hostile = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, -1e308, 2 ** 53, 0.1, [], {}, [[]], [null]),
  fc.object({ maxDepth: 2, maxKeys: 3 }),
)

/** Values that are really there, by the name of their field, so that a request gets past the first look. */
export type Known = Readonly<Record<string, readonly string[]>>

const everywhere: Known = {
  category: ['road-damage', 'noise', 'corruption'],
  commune: ['05443', '01840'],
  agency: ['ioc', 'ubnd-05443', 'so-xay-dung'],
  phone: ['0912345673', '+84912345673'],
  day: ['2026-12-01', '2026-02-30'],
  from: ['2026-12-01', '2027-01-15'],
}

/** Inputs of an endpoint: mostly what its schema asks, often with one thing or another wrong, sometimes with a field more. */
export function arbitraryInput(input: z.ZodObject, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      name,
      fieldOf(field, known[name] ?? everywhere[name]),
    ]),
  )
  const complete = fc.record(fields, { requiredKeys: [...(schema.required ?? [])] })
  const torn = fc.record(fields, { requiredKeys: [] })
  const surprise = fc.constantFrom('surprise', '__proto__', 'constructor', '')
  const more = fc.dictionary(surprise, hostile, { maxKeys: 1 })
  return fc
    .tuple(
      fc.oneof({ arbitrary: complete, weight: 4 }, { arbitrary: torn, weight: 1 }),
      fc.oneof({ arbitrary: fc.constant({}), weight: 8 }, { arbitrary: more, weight: 1 }),
    )
    .map(([fields, more]) => ({ ...fields, ...more }))
}

function fieldOf(schema: Schema, there?: readonly string[]): fc.Arbitrary<unknown> {
  const right = there ? fc.constantFrom(...there) : valueOf(schema)
  return fc.oneof({ arbitrary: right, weight: 12 }, { arbitrary: hostile, weight: 1 })
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueOf))
  if (schema.type === 'string') return textOf(schema)
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'array')
    return fc.array(valueOf(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 3, 6) + 1 })
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, valueOf(field)])
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [],
    })
  }
  return hostile
}

function textOf({ format, pattern, minLength = 0, maxLength = 300 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'))
  const most = Math.min(Math.max(minLength, maxLength), 400)
  return fc.string({ unit: 'grapheme', minLength: Math.min(minLength, most), maxLength: most })
}

function numberOf({ type, minimum = -1e6, maximum = 1e6 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)]
  if (type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  return fc.double({ min, max, noNaN: true })
}
