import { z } from 'zod'

/** Names with their strings; a name with dots, `contact.phone`, stands for a field inside a field. */
export type Strings = Readonly<Record<string, string | readonly string[] | undefined>>

interface Nested {
  readonly [name: string]: string | readonly string[] | undefined | Nested
}

/**
 * Turns the strings of a query or a form into the values its schema asks for: numbers, booleans, lists. An empty string
 * counts as absent; a text that is no number stays a text, so that the schema can say what is wrong with it.
 */
export function decodeStrings(schema: z.ZodObject, given: Strings): Record<string, unknown> {
  return decodeObject(schema, nest(given))
}

function nest(given: Strings): Nested {
  const nested: Record<string, Nested[string]> = {}
  for (const [name, value] of Object.entries(given)) {
    const [first = '', ...rest] = name.split('.')
    if (rest.length === 0) nested[first] = value
    else nested[first] = { ...(nested[first] as Nested | undefined), [rest.join('.')]: value }
  }
  return nested
}

function decodeObject(schema: z.ZodObject, given: Nested): Record<string, unknown> {
  const decoded: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = schema.shape[name]
    const out = field === undefined ? value : decodeField(bare(field as z.ZodType), value)
    if (out !== undefined) decoded[name] = out
  }
  return decoded
}

/** The schema inside optional, nullable and default wrappers and pipes. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType)
  }
  if (schema instanceof z.ZodPrefault) return bare(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType)
  return schema
}

function decodeField(schema: z.ZodType, value: Nested[string]): unknown {
  if (isNested(value)) return schema instanceof z.ZodObject ? decodePresent(schema, value) : value
  if (schema instanceof z.ZodArray) return decodeList(schema, value)
  const text = Array.isArray(value) ? value.at(-1) : value
  if (typeof text !== 'string' || text === '') return undefined
  if (schema instanceof z.ZodNumber) return decodeNumber(text)
  if (schema instanceof z.ZodBoolean) return decodeBoolean(text)
  return text
}

function isNested(value: Nested[string]): value is Nested {
  return typeof value === 'object' && !Array.isArray(value)
}

/** A nested field of which nothing was filled in is absent. */
function decodePresent(schema: z.ZodObject, value: Nested): unknown {
  const inner = decodeStrings(schema, value as Strings)
  return Object.keys(inner).length > 0 ? inner : undefined
}

function decodeList(schema: z.ZodArray, value: Strings[string]): unknown {
  if (value === undefined) return undefined
  const parts = Array.isArray(value) ? (value as readonly string[]) : [value as string]
  const item = bare(schema.element as z.ZodType)
  return parts.filter((part) => part !== '').map((part) => decodeField(item, part))
}

function decodeNumber(text: string): unknown {
  const trimmed = text.trim().replace(',', '.')
  return /^[-+]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text
}

function decodeBoolean(text: string): unknown {
  if (['true', 'on', '1', 'yes'].includes(text)) return true
  if (['false', 'off', '0', 'no'].includes(text)) return false
  return text
}
