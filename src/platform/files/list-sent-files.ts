import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { viewFile } from './file-view.ts'
import type { FileView } from './file-view.ts'
import { readStored } from './files.server.ts'
import type { FilesTables } from './tables.ts'

/**
 * What a form has sent before it was taken, to show it again to its sender: files that are part of nothing yet. Unknown
 * files, files of other people and files that are part of something are left out.
 */
export async function listSentFiles(
  context: Context<FilesTables>,
  input: { readonly ids: readonly string[] },
): Promise<FileView[]> {
  allow(context, 'anyone')
  const rows = await Promise.all(input.ids.map((id) => readStored(context.db, id)))
  return rows
    .filter((row) => row !== undefined)
    .filter((row) => row.attached_at === null)
    .filter((row) => row.taken_by === null || row.taken_by === context.actor.personId)
    .map((row) => viewFile(context, row))
}
