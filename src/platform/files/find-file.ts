import { z } from 'zod'
import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { fileSizes, isSealed } from './file-view.ts'
import { readStored, storeKeys } from './files.server.ts'
import type { FileAccess, FileRow, FilesTables } from './tables.ts'

export const findFileInput = z.strictObject({
  id: z.uuid(),
  size: z.enum(fileSizes),
  until: z.number().int().positive().optional(),
  seal: z.string().max(64).optional(),
})

/** Where the bytes of a file lie, for whoever sends them out. */
export interface FoundFile {
  readonly storeKey: string
  readonly contentType: string
  readonly access: FileAccess
  /** What a browser may call it when it is saved. */
  readonly fileName: string
  /** Null where only the store knows, as for small pictures. */
  readonly bytes: number | null
}

/**
 * Finds one version of a file by its id. Public files are for everybody; others for who sent them, for who has a
 * sealed address, and for officers who may see private files. For all others it does not exist: file-not-found.
 */
export async function findFile(
  context: Context<FilesTables>,
  input: z.output<typeof findFileInput>,
): Promise<FoundFile> {
  allow(context, 'anyone')
  const row = await readStored(context.db, input.id)
  const storeKey = row && storeKeys(row).get(input.size)
  if (!row || !storeKey || !maySee(context, row, input)) throw refusePlatform('file-not-found')
  return {
    storeKey,
    contentType: row.content_type,
    access: row.access,
    fileName: storeKey.slice(storeKey.lastIndexOf('/') + 1),
    bytes: input.size === '400' ? null : row.bytes,
  }
}

function maySee(context: Context<FilesTables>, row: FileRow, input: z.output<typeof findFileInput>): boolean {
  const { actor } = context
  if (row.access === 'public') return true
  if (actor.personId !== null && row.taken_by === actor.personId) return true
  return actor.permissions.has('see-private-files') || isSealed(context, input)
}
