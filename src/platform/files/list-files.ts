import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { viewFile } from './file-view.ts'
import type { FileView } from './file-view.ts'
import { readOwned } from './files.server.ts'
import type { FilesTables } from './tables.ts'

/**
 * The files of several things of one kind, by the id of each, in the order they were sent. The addresses of private
 * files are sealed for this reader: the caller has decided that they may see them.
 */
export async function listFiles(
  context: Context<FilesTables>,
  input: { readonly owner: string; readonly ownerIds: readonly string[] },
): Promise<Map<string, FileView[]>> {
  allow(context, 'anyone')
  const found = new Map<string, FileView[]>()
  for (const row of await readOwned(context.db, input.owner, input.ownerIds)) {
    const id = row.owner_id ?? ''
    found.set(id, [...(found.get(id) ?? []), viewFile(context, row)])
  }
  return found
}
