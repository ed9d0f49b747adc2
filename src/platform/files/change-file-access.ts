import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import type { Owner } from './files.server.ts'
import { saveAccess } from './files.server.ts'
import type { FileAccess, FilesTables } from './tables.ts'

/**
 * The files of something become visible to everybody, or only to those who get a sealed address. The caller has
 * decided that this person may do that.
 */
export async function changeFileAccess(
  context: Context<FilesTables>,
  input: Owner & { readonly access: FileAccess },
): Promise<void> {
  allow(context, 'anyone')
  await saveAccess(context.db, input)
}
