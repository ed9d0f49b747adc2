import type { Kysely } from 'kysely'

/** The tables of the demo seed. */
export interface DemoTables {
  demo_runs: RunRow
  demo_stories: StoryRow
}

export interface RunRow {
  seed: number
  reports: number
  present: Temporal.Instant
  finished_at: Temporal.Instant | null
}

/** How far one story has been told. */
export interface StoryRow {
  seed: number
  story: number
  code: string
  receipt_key: string
  agency: string
  first_agency: string
  steps: number
}

type Db = Pick<Kysely<DemoTables>, 'selectFrom' | 'insertInto' | 'updateTable'>

export async function readRun(db: Db, seed: number): Promise<RunRow | undefined> {
  return db.selectFrom('demo_runs').selectAll().where('seed', '=', seed).executeTakeFirst()
}

/** The run of this seed: begun now, or the one that was interrupted, with its present. */
export async function beginRun(db: Db, run: Omit<RunRow, 'finished_at'>): Promise<RunRow> {
  await db
    .insertInto('demo_runs')
    .values({ ...run, finished_at: null })
    .onConflict((conflict) => conflict.column('seed').doNothing())
    .execute()
  return db.selectFrom('demo_runs').selectAll().where('seed', '=', run.seed).executeTakeFirstOrThrow()
}

export async function endRun(db: Db, seed: number, at: Temporal.Instant): Promise<void> {
  await db.updateTable('demo_runs').set({ finished_at: at }).where('seed', '=', seed).execute()
}

export async function readStories(db: Db, seed: number): Promise<StoryRow[]> {
  return db.selectFrom('demo_stories').selectAll().where('seed', '=', seed).orderBy('story').execute()
}

/** Kept in the transaction of the step itself: told once, or not at all. */
export async function saveStory(db: Db, row: StoryRow): Promise<void> {
  await db
    .insertInto('demo_stories')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['seed', 'story']).doUpdateSet({ agency: row.agency, steps: row.steps }),
    )
    .execute()
}
