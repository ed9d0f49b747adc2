import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import { findFile, findFileInput } from '../files/find-file.ts'
import type { ByteRange } from '../files/file-store.ts'
import type { FilesTables } from '../files/tables.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'

/** What was asked for in the address of a file. */
export interface AskedFile {
  readonly id: string
  readonly size: string
  readonly query: URLSearchParams
  readonly range: string | null
}

/**
 * Answers `GET /files/{id}/{size}`: whole, or the part a video player asks for. The address never names a path; it
 * names a row. Refuses file-not-found.
 */
export async function sendFile(context: Context<FilesTables>, asked: AskedFile): Promise<Response> {
  const until = asked.query.get('until')
  const input = findFileInput.safeParse({
    id: asked.id,
    size: asked.size,
    ...(until === null ? {} : { until: Number(until) }),
    ...(asked.query.has('seal') ? { seal: asked.query.get('seal') } : {}),
  })
  if (!input.success) throw refusePlatform('file-not-found')
  const file = await findFile(context, input.data)
  const headers = new Headers({
    'content-type': file.contentType,
    'x-content-type-options': 'nosniff',
    'content-disposition': `${file.contentType === 'application/pdf' ? 'attachment' : 'inline'}; filename="${file.fileName}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control':
      file.access === 'public'
        ? 'public, max-age=31536000, immutable'
        : 'private, max-age=3600, must-revalidate',
  })
  if (file.bytes !== null) headers.set('accept-ranges', 'bytes')
  const range = file.bytes === null ? null : readRange(asked.range, file.bytes)
  if (range === 'outside') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.bytes}` } })
  }
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
  const length = range ? range.end - range.start + 1 : file.bytes
  if (length !== null) headers.set('content-length', String(length))
  const bytes = await context.outside.files.stream(file.storeKey, range ?? undefined)
  return new Response(Readable.toWeb(bytes) as ReadableStream, { status: range ? 206 : 200, headers })
}

/** One range, as players ask for it; several at once are answered with the whole, which is allowed. */
function readRange(asked: string | null, length: number): ByteRange | 'outside' | null {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '')
  if (!parts || (parts[1] === '' && parts[2] === '')) return null
  const last = length - 1
  const start = parts[1] === '' ? Math.max(0, length - Number(parts[2])) : Number(parts[1])
  const end = parts[1] === '' || parts[2] === '' ? last : Math.min(last, Number(parts[2]))
  return start > last || start > end ? 'outside' : { start, end }
}
