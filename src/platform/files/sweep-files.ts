import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { deleteHidden, forgetUploadKeys, hideForgotten, storeKeys } from './files.server.ts'
import type { FilesTables } from './tables.ts'

const waitingHours = 24
const keyHours = 30 * 24
const batch = 200
const mostBatches = 50

/**
 * Removes files that were sent a day ago and are part of nothing, and forgets upload keys after 30 days. A file is
 * hidden first, then its bytes go, then its row: a crash in between leaves something nobody sees, and the next sweep
 * finds it again by its row. Gives how many files went.
 */
export async function sweepFiles(context: Context<FilesTables>): Promise<number> {
  allow(context, 'anyone')
  const before = context.now().subtract({ hours: waitingHours })
  let removed = 0
  for (let round = 0; round < mostBatches; round += 1) {
    const hidden = await hideForgotten(context.db, before, batch)
    for (const row of hidden) {
      for (const key of storeKeys(row).values()) await context.outside.files.remove(key)
    }
    await deleteHidden(
      context.db,
      hidden.map((row) => row.id),
    )
    removed += hidden.length
    if (hidden.length < batch) break
  }
  await forgetUploadKeys(context.db, context.now().subtract({ hours: keyHours }))
  return removed
}
