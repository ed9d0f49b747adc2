import { z } from 'zod'
import type { Manner } from './house.ts'

const largestPage = 200
/** Forms of text whose own pattern bounds their length; a file is bounded by its body. */
const boundedForms = ['uuid', 'date', 'date-time', 'time', 'ipv4', 'ipv6', 'binary']

interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly maxLength?: number
  readonly pattern?: string
  readonly maxItems?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly propertyNames?: Schema
  readonly maxProperties?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** What has no limit in the schema of an input, by path. */
export function unlimited(input: z.ZodType): string[] {
  const whole = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
  return walk(whole, '')
}

function walk(schema: Schema, path: string): string[] {
  const at = path || 'input'
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      walk(field, path ? `${path}.${name}` : name),
    ),
    ...(typeof schema.additionalProperties === 'object'
      ? walk(schema.additionalProperties, `${path}.*`)
      : []),
    ...(schema.items ? walk(schema.items, `${path}[]`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) =>
      walk(one, path),
    ),
  ]
  return [...ownLimits(schema).map((what) => `${at}: ${what}`), ...inside]
}

/** Whether a pattern holds the whole text and repeats nothing without end. */
function boundsLength(pattern = ''): boolean {
  return /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern.replace(/\\.|\[[^\]]*\]/g, ''))
}

/** A map from names that are bounded, of no more than so many. */
function isBoundedMap({ additionalProperties, propertyNames, maxProperties }: Schema): boolean {
  const named = propertyNames?.maxLength !== undefined && maxProperties !== undefined
  return named && typeof additionalProperties === 'object'
}

function ownLimits(schema: Schema): string[] {
  const listed = schema.enum !== undefined || schema.const !== undefined
  const bounded = boundedForms.includes(schema.format ?? '') || boundsLength(schema.pattern)
  if (listed) return []
  switch (schema.type) {
    case 'string':
      return schema.maxLength !== undefined || bounded ? [] : ['a text without a longest length']
    case 'array':
      return schema.maxItems === undefined ? ['a list without a largest size'] : []
    case 'number':
    case 'integer': {
      const most = schema.maximum ?? schema.exclusiveMaximum
      const least = schema.minimum ?? schema.exclusiveMinimum
      return most === undefined || least === undefined ? ['a number without bounds'] : []
    }
    case 'object':
      return schema.additionalProperties === false || isBoundedMap(schema)
        ? []
        : ['an object that takes unknown fields']
    default:
      return []
  }
}

const inputsAreBounded: Manner = {
  name: 'every text, list and number of every input has a limit, and unknown fields are refused',
  find: (house) =>
    house.endpoints.flatMap((row) =>
      unlimited(row.input).map((what) => `${row.method} ${row.path}: ${what}`),
    ),
}

/** A list is what answers items. One that is always whole, such as the hotlines, says so: its nextCursor is null. */
const listsHavePages: Manner = {
  name: `a list that goes on takes limit (at most ${largestPage}) and cursor`,
  find: (house) =>
    house.endpoints.flatMap((row) => {
      const output = z.toJSONSchema(row.output, { io: 'output', unrepresentable: 'any' }) as Schema
      const fields = Object.keys(output.properties ?? {})
      const input = z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' }) as Schema
      const limit = input.properties?.['limit']
      const name = `${row.method} ${row.path}`
      if (!fields.includes('items')) return output.type === 'array' ? [`${name}: a bare list`] : []
      if (output.properties?.['nextCursor']?.type === 'null') return []
      return [
        ...(fields.includes('nextCursor') ? [] : [`${name}: answers no nextCursor`]),
        ...((limit?.maximum ?? Infinity) <= largestPage
          ? []
          : [`${name}: limit is not at most ${largestPage}`]),
        ...(input.properties?.['cursor'] ? [] : [`${name}: takes no cursor`]),
      ]
    }),
}

const largestBody = 600 * 1024 * 1024

const bodiesAreBounded: Manner = {
  name: 'every endpoint bounds its body',
  find: (house) =>
    house.endpoints
      .filter(
        (row) =>
          !(
            row.bodyLimit > 0 &&
            (row.bodyLimit <= 1024 * 1024 || (row.takes === 'form' && row.bodyLimit <= largestBody))
          ),
      )
      .map((row) => `${row.method} ${row.path}: ${row.bodyLimit}`),
}

export const limits: readonly Manner[] = [inputsAreBounded, listsHavePages, bodiesAreBounded]
