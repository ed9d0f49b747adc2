import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { imageSizes } from './image-sizes.ts'
import type { FileRow } from './tables.ts'

/** A file as pages and the API show it. Addresses of private files are sealed and end after two hours at most. */
export const fileView = z.object({
  id: z.uuid(),
  kind: z.enum(['image', 'video', 'document']),
  contentType: z.string(),
  bytes: z.number().int().meta({ description: 'Of the version at `url`' }),
  width: z.number().int().nullable().meta({ description: 'Pixels, for pictures' }),
  height: z.number().int().nullable(),
  url: z.string(),
  smallUrl: z.string().nullable().meta({ description: 'At most 400 pixels wide and high, for pictures' }),
})

export type FileView = z.output<typeof fileView>

/** The versions of files that can be asked for. */
export const fileSizes = [`${imageSizes.large}`, `${imageSizes.small}`, 'original'] as const
export type FileSize = (typeof fileSizes)[number]

/** What a page may know of a file, with addresses at which this reader can see it now. */
export function viewFile(context: Pick<Context<unknown>, 'now' | 'outside'>, row: FileRow): FileView {
  const address = (size: FileSize) =>
    `/files/${row.id}/${size}${row.access === 'public' ? '' : sealFor(context, row.id)}`
  const picture = row.kind === 'image'
  return {
    id: row.id,
    kind: row.kind,
    contentType: row.content_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    url: address(picture ? `${imageSizes.large}` : 'original'),
    smallUrl: picture ? address(`${imageSizes.small}`) : null,
  }
}

const hourSeconds = 3600

/** The same for a whole hour, so that a page shown twice needs its pictures once. */
function sealFor(context: Pick<Context<unknown>, 'now' | 'outside'>, id: string): string {
  const seconds = context.now().epochMilliseconds / 1000
  const until = (Math.floor(seconds / hourSeconds) + 2) * hourSeconds
  return `?until=${until}&seal=${seal(context, id, until)}`
}

function seal(context: Pick<Context<unknown>, 'outside'>, id: string, until: number): string {
  const made = createHmac('sha256', context.outside.settings.secret)
    .update(`file ${id} ${until}`)
    .digest('base64url')
  return made.slice(0, 27)
}

/** Whether an address was sealed by us for this file and has not ended. */
export function isSealed(
  context: Pick<Context<unknown>, 'now' | 'outside'>,
  asked: { readonly id: string; readonly until?: number; readonly seal?: string },
): boolean {
  if (asked.until === undefined || asked.seal === undefined) return false
  if (asked.until * 1000 < context.now().epochMilliseconds) return false
  const right = Buffer.from(seal(context, asked.id, asked.until))
  const given = Buffer.from(asked.seal)
  return right.length === given.length && timingSafeEqual(right, given)
}
