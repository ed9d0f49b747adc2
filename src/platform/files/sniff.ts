import { fileTypeFromBuffer } from 'file-type'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { FileKind } from './tables.ts'

/** What a file is, read from its bytes alone. */
export interface Sniffed {
  readonly kind: FileKind
  readonly format: 'jpeg' | 'png' | 'webp' | 'heic' | 'mp4' | 'pdf'
}

const taken: Readonly<Record<string, Sniffed>> = {
  'image/jpeg': { kind: 'image', format: 'jpeg' },
  'image/png': { kind: 'image', format: 'png' },
  'image/webp': { kind: 'image', format: 'webp' },
  'image/heic': { kind: 'image', format: 'heic' },
  'image/heif': { kind: 'image', format: 'heic' },
  'video/mp4': { kind: 'video', format: 'mp4' },
  'application/pdf': { kind: 'document', format: 'pdf' },
}

const mp4Brands = /^(isom|iso[2-9a-c]|mp4[12]|avc1|dash|MSNV|XAVC|mp7[12]|M4VH|f4v )$/

/**
 * Says what kind of file these bytes are. The name and the type a client declares play no part. Refuses
 * file-type-not-taken for anything but JPEG, PNG, WebP, HEIC, MP4 and PDF, and for files that are two things at once.
 */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  const found = await fileTypeFromBuffer(bytes)
  const sniffed = found ? taken[found.mime] : undefined
  if (!sniffed || !startsAsItShould(head, sniffed.format) || isTwoThings(bytes, sniffed)) {
    throw refusePlatform('file-type-not-taken')
  }
  return sniffed
}

const starts: Readonly<Record<Sniffed['format'], (head: Buffer) => boolean>> = {
  jpeg: (head) => head.readUIntBE(0, 3) === 0xffd8ff,
  png: (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
  webp: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  heic: (head) => head.toString('latin1', 4, 8) === 'ftyp' && head.readUInt32BE(0) <= 256,
  mp4: (head) => head.toString('latin1', 4, 8) === 'ftyp' && mp4Brands.test(head.toString('latin1', 8, 12)),
  pdf: (head) => /^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8)),
}

function startsAsItShould(head: Buffer, format: Sniffed['format']): boolean {
  return head.length >= 16 && starts[format](head)
}

const active = /<script|<!doctype|<html[\s>]|<svg[\s>]|<\?php/i
const activeInPicture = /<script|<!doctype html|<\?php\s|%PDF-[12]\.\d/i

/** A picture or document that is a page, a program or an archive as well. Boxes of an MP4 are looked at elsewhere. */
function isTwoThings(bytes: Uint8Array, sniffed: Sniffed): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (endsAsArchive(buffer)) return true
  if (sniffed.kind === 'image') return activeInPicture.test(buffer.toString('latin1'))
  if (active.test(buffer.toString('latin1', 0, 1024))) return true
  return sniffed.kind === 'document' && goesOnAfterItsEnd(buffer)
}

const longestArchiveEnd = 22 + 65_535

/** A ZIP file is found from its end, so it can hide behind anything. */
function endsAsArchive(buffer: Buffer): boolean {
  const from = Math.max(0, buffer.length - longestArchiveEnd)
  let at = buffer.indexOf('PK\x05\x06', from, 'latin1')
  while (at >= 0 && at + 22 <= buffer.length) {
    if (at + 22 + buffer.readUInt16LE(at + 20) === buffer.length) return true
    at = buffer.indexOf('PK\x05\x06', at + 1, 'latin1')
  }
  return false
}

const mostAfterEnd = 1024

function goesOnAfterItsEnd(buffer: Buffer): boolean {
  const end = buffer.lastIndexOf('%%EOF')
  if (end < 0) throw refusePlatform('file-damaged')
  const rest = buffer.subarray(end + 5)
  return rest.length > mostAfterEnd || /[^\s\0]/.test(rest.toString('latin1'))
}
