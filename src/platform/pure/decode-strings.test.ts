import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decodeStrings } from './decode-strings.ts'

const schema = z.strictObject({
  text: z.string(),
  lat: z.number().optional(),
  limit: z.number().default(30),
  anonymous: z.boolean().optional(),
  photos: z.array(z.string()).optional(),
  contact: z.object({ phone: z.string(), age: z.number().optional() }).optional(),
})

describe('strings of a form or a query', () => {
  it.each([
    ['a text stays a text', { text: '12' }, { text: '12' }],
    ['a number becomes one', { lat: '21.5' }, { lat: 21.5 }],
    ['a comma is a point', { lat: '21,5' }, { lat: 21.5 }],
    ['what is no number stays, to be refused', { lat: 'north' }, { lat: 'north' }],
    ['a default does not hide the number', { limit: '5' }, { limit: 5 }],
    ['empty is absent', { lat: '', text: '' }, {}],
    ['a ticked box is true', { anonymous: 'on' }, { anonymous: true }],
    ['one of a list is a list', { photos: 'a' }, { photos: ['a'] }],
    ['several of a list', { photos: ['a', 'b'] }, { photos: ['a', 'b'] }],
    ['the last of several single values counts', { text: ['a', 'b'] }, { text: 'b' }],
    ['dots go inside', { 'contact.phone': '09', 'contact.age': '7' }, { contact: { phone: '09', age: 7 } }],
    ['an empty inside is absent', { 'contact.phone': '' }, {}],
    ['an unknown name is kept, to be refused', { what: 'x' }, { what: 'x' }],
  ])('%s', (_what, given, decoded) => {
    expect(decodeStrings(schema, given)).toEqual(decoded)
  })
})
