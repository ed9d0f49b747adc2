import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { insertArriving, markStored, readStored, storeKeys } from './files.server.ts'
import type { FilesTables } from './tables.ts'

/**
 * The same file once more, to become part of another thing: what is attached belongs to one thing only. Gives the id of
 * the copy, which nobody has sent. Refuses file-not-found. Not for use in a transaction: the bytes lie outside the database.
 */
export async function copyFile(
  context: Context<FilesTables>,
  input: { readonly id: string },
): Promise<string> {
  allow(context, 'see-private-files')
  if (context.db.isTransaction) throw new Error('copyFile runs outside transactions')
  const source = await readStored(context.db, input.id)
  if (!source) throw refusePlatform('file-not-found')
  const { kind, content_type, bytes, width, height, sha256 } = source
  const copy = { id: context.newId(), kind, content_type, bytes, width, height, sha256 }
  const arriving = { ...copy, taken_by: null, created_at: context.now() }
  await insertArriving(context.db, arriving)
  const from = storeKeys(source)
  for (const [size, key] of storeKeys(arriving)) {
    const kept = await context.outside.files.get(from.get(size) ?? '')
    await context.outside.files.put(key, kept, content_type)
  }
  await markStored(context.db, { id: copy.id, uploadKey: null, at: context.now() })
  return copy.id
}
