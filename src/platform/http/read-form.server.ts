import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { makeTurnstile } from '../files/turnstile.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { isRefused } from '../pure/refused.ts'

/** A form without files is small; a form of nothing but names would take long to read. */
const longestWithoutFiles = 512 * 1024
const mostParts = 500
const formsArriving = 128
const formsOpen = 2
const mostWaiting = 64

const arriving = makeTurnstile(formsArriving, mostWaiting)
const open = makeTurnstile(formsOpen, mostWaiting)

/**
 * Reads a form, with files or without, of at most so many bytes, and gives it to the work. Slow senders write to the
 * disk, not to memory; only two whole forms are in memory at a time. Refuses body-too-large, input-invalid for what is
 * no form, and not-ready when too many are being sent at once.
 */
export async function readForm<Result>(
  request: Request,
  mostBytes: number,
  work: (form: FormData) => Promise<Result>,
): Promise<Result> {
  const type = request.headers.get('content-type') ?? ''
  const limitBytes = /^application/i.test(type) ? Math.min(mostBytes, longestWithoutFiles) : mostBytes
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw notAForm()
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes)
  return arriving.pass(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'c-thainguyen-form-'))
    try {
      const path = join(folder, 'form')
      await spool(request, path, limitBytes)
      return await open.pass(async () => work(await parse(path, type)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function spool(request: Request, path: string, limitBytes: number): Promise<void> {
  const body = request.body ? Readable.fromWeb(request.body as ReadableStream<Uint8Array>) : Readable.from([])
  let size = 0
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.byteLength
        if (size > limitBytes) throw tooLarge(limitBytes)
        yield chunk
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  ).catch((error: unknown) => {
    // Whoever stops sending in the middle made no form.
    throw isRefused(error) || isDiskError(error) ? error : notAForm()
  })
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write'
}

async function parse(path: string, type: string): Promise<FormData> {
  const bytes = await readFile(path)
  if (holdsTooMany(bytes, type)) throw notAForm()
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    throw notAForm()
  }
}

/** Whether a form with files has more parts than any form of ours, counted before they are taken apart. */
function holdsTooMany(bytes: Buffer, type: string): boolean {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return false
  let parts = 0
  for (let at = bytes.indexOf(boundary); at >= 0 && parts <= mostParts; at = bytes.indexOf(boundary, at + 1))
    parts += 1
  return parts > mostParts
}

function tooLarge(limitBytes: number) {
  return refusePlatform('body-too-large', { details: { limitBytes } })
}

function notAForm() {
  return refusePlatform('input-invalid', { errors: [{ path: '', message: 'not a form' }] })
}
