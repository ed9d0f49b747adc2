import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { FileSize } from './file-view.ts'
import { imageSizes } from './image-sizes.ts'
import type { FileAccess, FileRow, FilesTables } from './tables.ts'

type Db = Kysely<FilesTables>

/** What is known of a file before its bytes are stored. */
export type ArrivingFile = Pick<
  FileRow,
  'id' | 'kind' | 'content_type' | 'bytes' | 'width' | 'height' | 'sha256' | 'taken_by' | 'created_at'
>

/** A row without bytes yet: nobody sees it until they are stored. */
export async function insertArriving(db: Db, row: ArrivingFile): Promise<void> {
  await db
    .insertInto('files')
    .values({ ...row, access: 'private', ...notYet })
    .execute()
}

const notYet = { upload_key: null, stored_at: null, owner_kind: null, owner_id: null, attached_at: null }

/** The bytes are there: the file can be seen. Gives false when another upload has taken the key. */
export async function markStored(
  db: Db,
  file: { id: string; uploadKey: string | null; at: Temporal.Instant },
): Promise<boolean> {
  const done = await db
    .updateTable('files')
    .set({ stored_at: file.at, upload_key: file.uploadKey })
    .where('id', '=', file.id)
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) return null
      throw error
    })
  return done !== null && done.numUpdatedRows > 0n
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** The file an upload key belongs to. */
export async function readByUploadKey(db: Db, uploadKey: string): Promise<FileRow | undefined> {
  return db.selectFrom('files').selectAll().where('upload_key', '=', uploadKey).executeTakeFirst()
}

/** A file whose bytes are there. */
export async function readStored(db: Db, id: string): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', id)
    .where('stored_at', 'is not', null)
    .executeTakeFirst()
}

/** Locks files whose bytes are there, in the order of their ids so that two attachments never wait for each other. */
export async function lockStored(db: Db, ids: readonly string[]): Promise<FileRow[]> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', ids)
    .where('stored_at', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export interface Owner {
  readonly owner: string
  readonly ownerId: string
}

export async function markAttached(
  db: Db,
  ids: readonly string[],
  to: Owner & { access: FileAccess; at: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('files')
    .set({ owner_kind: to.owner, owner_id: to.ownerId, access: to.access, attached_at: to.at })
    .where('id', 'in', ids)
    .where('attached_at', 'is', null)
    .execute()
}

export async function saveAccess(db: Db, owned: Owner & { access: FileAccess }): Promise<void> {
  await db
    .updateTable('files')
    .set({ access: owned.access })
    .where('owner_kind', '=', owned.owner)
    .where('owner_id', '=', owned.ownerId)
    .execute()
}

export async function readOwned(db: Db, owner: string, ownerIds: readonly string[]): Promise<FileRow[]> {
  if (ownerIds.length === 0) return []
  return db
    .selectFrom('files')
    .selectAll()
    .where('owner_kind', '=', owner)
    .where('owner_id', 'in', ownerIds)
    .where('stored_at', 'is not', null)
    .orderBy('id')
    .execute()
}

/** Hides files that wait since before `before` attached to nothing, and gives them; again until they are deleted. */
export async function hideForgotten(db: Db, before: Temporal.Instant, most: number): Promise<FileRow[]> {
  return db
    .updateTable('files')
    .set({ stored_at: null, upload_key: null })
    .where(({ eb, selectFrom }) =>
      eb(
        'id',
        'in',
        selectFrom('files')
          .select('id')
          .where('attached_at', 'is', null)
          .where('created_at', '<', before)
          .orderBy('created_at')
          .limit(most)
          .forUpdate()
          .skipLocked(),
      ),
    )
    .returningAll()
    .execute()
}

export async function deleteHidden(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('files')
    .where('id', 'in', ids)
    .where('stored_at', 'is', null)
    .where('attached_at', 'is', null)
    .execute()
}

/** Upload keys are forgotten like all other keys of writes. */
export async function forgetUploadKeys(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`update files set upload_key = null where upload_key is not null and created_at < ${before}`.execute(
    db,
  )
}

/** Under which key the bytes of a version lie: the month it came, its id, its size. */
export function storeKeys(
  row: Pick<FileRow, 'id' | 'kind' | 'content_type' | 'created_at'>,
): Map<FileSize, string> {
  const month = row.created_at.toString().slice(0, 7).replace('-', '/')
  const sizes: FileSize[] =
    row.kind === 'image' ? [`${imageSizes.large}`, `${imageSizes.small}`] : ['original']
  const ending = endings[row.content_type] ?? 'bin'
  return new Map(sizes.map((size) => [size, `${month}/${row.id}-${size}.${ending}`]))
}

const endings: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
}
