import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { cleanVideo } from './clean-video.ts'
import { viewFile } from './file-view.ts'
import type { FileSize, FileView } from './file-view.ts'
import {
  deleteHidden,
  insertArriving,
  markStored,
  readByUploadKey,
  readStored,
  storeKeys,
} from './files.server.ts'
import { imageSizes } from './image-sizes.ts'
import { shrinkImage } from './shrink-image.server.ts'
import { sniff } from './sniff.ts'
import type { FileKind, FileRow, FilesTables } from './tables.ts'

/** What a file is sent for, and which kinds are taken for it. */
export const filePurposes = {
  photo: ['image'],
  evidence: ['image', 'video', 'document'],
} as const satisfies Record<string, readonly FileKind[]>

export type FilePurpose = keyof typeof filePurposes

export interface TakeFile {
  readonly bytes: Uint8Array
  readonly purpose: FilePurpose
  /** The same key and bytes from the same sender give the same file. */
  readonly key?: string
}

/**
 * Somebody sends a picture, a video or a PDF to attach it to something afterwards; what they declare it to be plays no
 * part. Pictures are drawn anew without the place and the device in them. Refuses file-type-not-taken, file-too-large,
 * too-many-pixels, file-damaged, key-used-for-another-request. Not for use in a transaction: the bytes lie outside the database.
 */
export async function takeFile(context: Context<FilesTables>, input: TakeFile): Promise<FileView> {
  allow(context, 'anyone')
  if (context.db.isTransaction) throw new Error('takeFile runs outside transactions')
  const { kind, format } = await checkFile(context, input)
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const uploadKey = input.key === undefined ? null : scopedKey(context, input.key)
  const earlier = uploadKey && (await readByUploadKey(context.db, uploadKey))
  if (earlier) return sameAgain(context, earlier, sha256)

  const kept = await prepare(input.bytes, format)
  const arriving = {
    id: context.newId(),
    kind,
    sha256,
    content_type: kept.contentType,
    bytes: kept.versions[0]?.bytes.byteLength ?? 0,
    width: kept.width,
    height: kept.height,
    taken_by: context.actor.personId,
    created_at: context.now(),
  }
  await insertArriving(context.db, arriving)
  const keys = storeKeys(arriving)
  for (const version of kept.versions) {
    await context.outside.files.put(keys.get(version.size) ?? '', version.bytes, kept.contentType)
  }
  if (await markStored(context.db, { id: arriving.id, uploadKey, at: context.now() })) {
    return viewFile(context, await mustRead(context, arriving.id))
  }
  // The same upload came twice at once and the other was first: its file is the answer.
  for (const key of keys.values()) await context.outside.files.remove(key)
  await deleteHidden(context.db, [arriving.id])
  const other = uploadKey && (await readByUploadKey(context.db, uploadKey))
  return sameAgain(context, other || (await mustRead(context, arriving.id)), sha256)
}

async function checkFile(context: Context<FilesTables>, input: TakeFile) {
  const limits = context.outside.settings.uploadLimits
  const most = Math.max(limits.image, limits.video, limits.document)
  if (input.bytes.byteLength > most) throw tooLarge(most)
  if (input.bytes.byteLength === 0) throw refusePlatform('file-damaged')
  const sniffed = await sniff(input.bytes)
  const allowed: readonly FileKind[] = filePurposes[input.purpose]
  if (!allowed.includes(sniffed.kind)) throw refusePlatform('file-type-not-taken')
  if (input.bytes.byteLength > limits[sniffed.kind]) throw tooLarge(limits[sniffed.kind])
  return sniffed
}

/** The refusal of a file over a limit, with the limit in words people use. */
export function tooLarge(limitBytes: number) {
  return refusePlatform('file-too-large', {
    details: { limitBytes, megabytes: Math.floor(limitBytes / 1_048_576) },
  })
}

/** Keys of two people never meet; strangers share one space, where a key must be as unguessable as a UUID is. */
function scopedKey(context: Context<FilesTables>, key: string): string {
  const scope = context.actor.personId ?? 'stranger'
  return createHash('sha256')
    .update(JSON.stringify([scope, key]))
    .digest('hex')
}

function sameAgain(context: Context<FilesTables>, row: FileRow, sha256: string): FileView {
  if (row.sha256 !== sha256) throw refusePlatform('key-used-for-another-request')
  return viewFile(context, row)
}

async function mustRead(context: Context<FilesTables>, id: string): Promise<FileRow> {
  const row = await readStored(context.db, id)
  if (!row) throw refusePlatform('file-not-found')
  return row
}

interface Kept {
  readonly contentType: string
  /** The largest first. */
  readonly versions: readonly { readonly size: FileSize; readonly bytes: Uint8Array }[]
  readonly width: number | null
  readonly height: number | null
}

async function prepare(
  bytes: Uint8Array,
  format: Awaited<ReturnType<typeof sniff>>['format'],
): Promise<Kept> {
  if (format === 'pdf' || format === 'mp4') {
    const original = format === 'mp4' ? cleanVideo(bytes) : bytes
    const contentType = format === 'mp4' ? 'video/mp4' : 'application/pdf'
    return { contentType, versions: [{ size: 'original', bytes: original }], width: null, height: null }
  }
  const { large, small, width, height } = await shrinkImage(bytes, format)
  const versions = [
    { size: `${imageSizes.large}`, bytes: large },
    { size: `${imageSizes.small}`, bytes: small },
  ] as const
  return { contentType: 'image/webp', versions, width, height }
}
