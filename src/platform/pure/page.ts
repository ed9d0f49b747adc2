import { z } from 'zod'

export const largestPage = 200
export const usualPage = 30

/** What every list takes: how many rows (1 to 200, 30 unless told) and where the last page ended. */
export const pageInput = {
  limit: z.number().int().min(1).max(largestPage).default(usualPage).meta({ description: 'Rows a page' }),
  cursor: z.string().max(400).optional().meta({ description: 'nextCursor of the page before' }),
}

/** What every list answers. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export interface PageOf<Item> {
  readonly items: Item[]
  readonly nextCursor: string | null
}

/** A cursor is the sort key of the last row, as URL-safe text. */
export function writeCursor(key: readonly (string | number)[]): string {
  return toBase64Url(JSON.stringify(key))
}

/** Reads a cursor back; anything unreadable gives null, and the list starts from its beginning. */
export function readCursor(cursor: string | undefined): (string | number)[] | null {
  if (cursor === undefined) return null
  try {
    const key: unknown = JSON.parse(fromBase64Url(cursor))
    if (!Array.isArray(key)) return null
    return key.every(isKeyPart) ? key : null
  } catch {
    return null
  }
}

/** The database keeps no text with the character zero in it, so none can be a sort key. */
function isKeyPart(part: unknown): boolean {
  return typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'))
}

/** Where a page of a list in time went on: the moment and the id of its last row. */
export interface AfterMoment {
  readonly at: string
  readonly id: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Years that the database can hold, and that a row of ours can have. */
const inOurTime = /^[12]\d{3}-/

/** Reads the cursor of a list in time; one that nobody made gives null, and the list starts from its beginning. */
export function readMomentCursor(cursor: string | undefined): AfterMoment | null {
  const [at, id] = readCursor(cursor) ?? []
  if (typeof at !== 'string' || typeof id !== 'string' || !uuid.test(id)) return null
  try {
    const moment = Temporal.Instant.from(at).toString()
    return inOurTime.test(moment) ? { at: moment, id } : null
  } catch {
    return null
  }
}

/** Cuts a result of `limit + 1` rows to a page, and says where the next one starts. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): PageOf<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null
  return { items, nextCursor }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** UTF-16 code units as base64url, written out because pure code knows neither Node nor the browser. */
function toBase64Url(text: string): string {
  const bytes = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)].map((part) =>
    part[1] ? Number.parseInt(part[1], 16) : (part[2] ?? '').charCodeAt(0),
  )
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = Math.min(3, bytes.length - at) + 1
    for (let shift = 18, done = 0; done < letters; shift -= 6, done += 1) {
      out += alphabet[(group >> shift) & 63] ?? ''
    }
  }
  return out
}

function fromBase64Url(text: string): string {
  let bits = 0
  let held = 0
  let escaped = ''
  for (const letter of text) {
    const value = alphabet.indexOf(letter)
    if (value < 0) throw new RangeError('not base64url')
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      escaped += `%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`
    }
  }
  return decodeURIComponent(escaped)
}
