import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { attachFiles } from '#platform/files/attach-files.ts'
import { changeFileAccess } from '#platform/files/change-file-access.ts'
import type { FileView } from '#platform/files/file-view.ts'
import { listFiles } from '#platform/files/list-files.ts'
import type { FilesTables } from '#platform/files/tables.ts'
import { photosArePublic } from './rules/public-view.ts'
import { refuse } from './rules/refusals.ts'
import type { PhotoView } from './rules/views.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

/** Photos belong to the report itself (before) or to one of its answers (after). */
export const photoOwners = { before: 'report', after: 'report-answer' } as const
export type PhotoKind = keyof typeof photoOwners

/** Uploaded pictures become part of a report or an answer. Refuses file-not-found and photo-not-picture. */
export async function attachPhotos(
  context: Context<FilesTables>,
  photos: { ids: readonly string[]; kind: PhotoKind; ownerId: string; isPublic: boolean },
): Promise<void> {
  allow(context, 'anyone')
  if (photos.ids.length === 0) return
  const owner = photoOwners[photos.kind]
  const access = photos.isPublic ? 'public' : 'private'
  await attachFiles(context, { ids: photos.ids, owner, ownerId: photos.ownerId, access })
  const attached = await listFiles(context, { owner, ownerIds: [photos.ownerId] })
  const strange = attached.get(photos.ownerId)?.some((file) => file.kind !== 'image') ?? false
  if (strange)
    throw refuse('photo-not-picture', { errors: [{ path: 'photos', message: 'photo-not-picture' }] })
}

type Shown = Pick<ReportRow, 'id' | 'status' | 'accepted_at'>

/** The photos of a report become visible to everybody, or to nobody but its own, as the report stands. */
export async function showPhotos(
  context: Context<FilesTables>,
  report: Shown,
  category: Pick<CategoryRow, 'confidential'>,
): Promise<void> {
  allow(context, 'anyone')
  const access = arePublic(report, category) ? 'public' : 'private'
  await changeFileAccess(context, { owner: photoOwners.before, ownerId: report.id, access })
}

export function arePublic(report: Shown, category: Pick<CategoryRow, 'confidential'>): boolean {
  const { status, accepted_at } = report
  return photosArePublic({ status, confidential: category.confidential, taken: accepted_at !== null })
}

/** The photos of several reports or answers, by the id of each. */
export async function photosOf(
  context: Context<FilesTables>,
  kind: PhotoKind,
  ownerIds: readonly string[],
): Promise<Map<string, PhotoView[]>> {
  allow(context, 'anyone')
  if (ownerIds.length === 0) return new Map()
  const found = await listFiles(context, { owner: photoOwners[kind], ownerIds })
  return new Map([...found].map(([id, files]) => [id, files.map((file) => photoView(file, kind))]))
}

function photoView({ id, url, smallUrl, width, height }: FileView, kind: PhotoKind): PhotoView {
  return { id, kind, url, smallUrl, width, height }
}
