import type { Context } from '../context.ts'
import { allow, inTransaction } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { Owner } from './files.server.ts'
import { lockStored, markAttached } from './files.server.ts'
import type { FileAccess, FileRow, FilesTables } from './tables.ts'

export interface AttachFiles extends Owner {
  readonly ids: readonly string[]
  /** Whether everybody may see them, or only who gets a sealed address. */
  readonly access: FileAccess
}

/**
 * Files that somebody sent become part of what they file, in the same transaction. A file can be part of one thing
 * only; attaching it to the same thing again changes nothing. Refuses file-not-found for unknown files, files of
 * others and files that are part of something else.
 */
export async function attachFiles(context: Context<FilesTables>, input: AttachFiles): Promise<void> {
  allow(context, 'anyone')
  const ids = [...new Set(input.ids)]
  if (ids.length === 0) return
  await inTransaction(context, async (context) => {
    const found = await lockStored(context.db, ids)
    const missing = ids.filter((id) => !found.some((row) => row.id === id && mayAttach(context, row, input)))
    if (missing.length > 0) throw refusePlatform('file-not-found', { details: { id: missing[0] ?? '' } })
    await markAttached(context.db, ids, { ...input, at: context.now() })
  })
}

/** What a stranger sent is known by its unguessable id alone; what a person sent is theirs. */
function mayAttach(context: Context<FilesTables>, row: FileRow, to: Owner): boolean {
  const { actor } = context
  if (row.attached_at !== null) return row.owner_kind === to.owner && row.owner_id === to.ownerId
  return row.taken_by === null || row.taken_by === actor.personId || actor.kind === 'system'
}
