import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { unpackModel } from './pack-model.ts'
import type { CategoryModel } from './rules/category-model.ts'
import { readModelInUse, readVersionInUse } from './store/report-models.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** How long a process keeps its model before it asks for a newer one. */
const freshMilliseconds = 60_000

interface Kept {
  readonly version: number
  readonly model: CategoryModel | null
  readonly at: number
}
const kept = new WeakMap<object, Promise<Kept>>()

/** The newest model that is good enough to propose; null before anything was learnt. It is kept in this process. */
export async function modelInUse(context: Context<ReportsTables>): Promise<CategoryModel | null> {
  allow(context, 'anyone')
  const before = await kept.get(context.outside)?.catch(() => undefined)
  if (before && performance.now() - before.at < freshMilliseconds) return before.model
  const read = readModel(context, before)
  kept.set(context.outside, read)
  return (await read).model
}

/** After a learning here: the next who asks reads anew. */
export function forgetModel(context: Pick<Context<unknown>, 'outside'>): void {
  kept.delete(context.outside)
}

async function readModel({ db }: Context<ReportsTables>, before: Kept | undefined): Promise<Kept> {
  const at = performance.now()
  const version = await readVersionInUse(db)
  if (before && before.version === version) return { ...before, at }
  const row = await readModelInUse(db)
  return { version, model: row ? unpackModel(row.weights) : null, at }
}
