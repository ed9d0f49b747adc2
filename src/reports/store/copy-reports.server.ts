import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CopySource, PlannedCopy } from '../rules/copies.ts'
import type {
  AnswerRow,
  ClosureRow,
  ExtensionRow,
  PauseRow,
  ReportRow,
  ReportsTables,
  TimelineRow,
} from './tables.ts'

type Db = Kysely<ReportsTables>

/** A copy with its code and a place beside the first one. */
export interface ReportCopy extends PlannedCopy {
  readonly code: string
  /** Degrees. */
  readonly north: number
  readonly east: number
}

export async function readSources(db: Db, codes: readonly string[]): Promise<CopySource[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'status', 'merged_into as mergedInto'])
    .where(sql<boolean>`code = any(${[...codes]})`)
    .orderBy('filed_at')
    .orderBy('id')
    .execute()
  return rows
}

export async function countReports(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('reports')
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findTakenCodes(db: Db, codes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reports')
    .select('code')
    .where(sql<boolean>`code = any(${[...codes]})`)
    .execute()
  return new Set(rows.map((row) => row.code))
}

/** Where each column of a copy comes from: `r` is the row it is a copy of, `c` says what is different. */
type Columns<Row> = { readonly [Column in keyof Row]: string }

const copied = (id: string) => `overlay(${id}::text placing lpad(to_hex(c.copy), 8, '0') from 29 for 8)::uuid`
const earlier = (column: string) => `r.${column} - c.earlier`
const same = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, `r.${name}`])) as Record<Name, string>
const before = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, earlier(name)])) as Record<Name, string>

const reportColumns: Columns<ReportRow> = {
  ...same(
    'version',
    'status',
    'status_before',
    'category',
    'urgency',
    'danger',
    'commune_code',
    'commune_system',
  ),
  ...same(
    'landmark',
    'title',
    'text',
    'folded',
    'public_title',
    'public_text',
    'public_folded',
    'agency',
    'handler',
  ),
  ...same('channel', 'extended_days', 'extended', 'returns', 'questions', 'reopenings', 'extension_asked'),
  ...same(
    'answer_proposed',
    'stars',
    'closed_as',
    'reporter_kind',
    'reporter_id',
    'guest_phone',
    'guest_name',
  ),
  ...before(
    'published_at',
    'filed_at',
    'updated_at',
    'accepted_at',
    'step_from',
    'accept_due_at',
    'clock_from',
  ),
  ...before('due_at', 'paused_at', 'answered_at', 'escalated_at'),
  id: copied('r.id'),
  code: 'c.code',
  lat: 'r.lat + c.north',
  lon: 'r.lon + c.east',
  public_lat: 'case when r.public_lat = r.lat then r.lat + c.north else r.public_lat end',
  public_lon: 'case when r.public_lon = r.lon then r.lon + c.east else r.public_lon end',
  merged_into: `case when exists (select from report_copies p where p.source = r.merged_into and p.copy = c.copy) then ${copied('r.merged_into')} else r.merged_into end`,
  receipt_key_hash: "decode(md5(random()::text) || md5(random()::text), 'hex')",
}

const timelineColumns: Columns<TimelineRow> = {
  ...same('step', 'part', 'agency', 'person_id', 'text', 'to_agency', 'stars', 'reason'),
  ...before('at', 'until_at'),
  id: copied('r.id'),
  report_id: copied('r.report_id'),
}
const pauseColumns: Columns<PauseRow> = { ...before('from_at', 'to_at'), report_id: copied('r.report_id') }
const extensionColumns: Columns<ExtensionRow> = {
  ...same('working_days', 'text', 'asked_by', 'decided_by', 'approved', 'note'),
  ...before('asked_at', 'decided_at'),
  id: copied('r.id'),
  report_id: copied('r.report_id'),
}
const answerColumns: Columns<AnswerRow> = {
  ...same('agency', 'ending', 'text', 'proposed_by', 'approved_by'),
  ...before('proposed_at', 'approved_at', 'declined_at', 'due_at'),
  id: copied('r.id'),
  report_id: copied('r.report_id'),
}
const closureColumns: Columns<ClosureRow> = {
  ...same('ending', 'reason', 'text', 'go_to', 'closed_by'),
  ...before('closed_at'),
  id: copied('r.id'),
  report_id: copied('r.report_id'),
}

/** Inserts copies of reports with all that belongs to them. One transaction, given by the caller. */
export async function insertCopies(db: Db, copies: readonly ReportCopy[]): Promise<void> {
  await sql`create temporary table report_copies on commit drop as
    select source, copy, code, make_interval(secs => seconds) as earlier, north, east
    from unnest(${copies.map((copy) => copy.source)}::uuid[], ${copies.map((copy) => copy.copy)}::int[],
      ${copies.map((copy) => copy.code)}::text[], ${copies.map((copy) => copy.earlierSeconds)}::int[],
      ${copies.map((copy) => copy.north)}::float8[], ${copies.map((copy) => copy.east)}::float8[])
      as given (source, copy, code, seconds, north, east)`.execute(db)
  await sql`create index on report_copies (source, copy)`.execute(db)
  await sql`analyze report_copies`.execute(db)
  await copyInto(db, 'reports', { columns: reportColumns, source: 'id' })
  await copyInto(db, 'report_timeline', { columns: timelineColumns, source: 'report_id' })
  await copyInto(db, 'report_pauses', { columns: pauseColumns, source: 'report_id' })
  await copyInto(db, 'report_extensions', { columns: extensionColumns, source: 'report_id' })
  await copyInto(db, 'report_answers', { columns: answerColumns, source: 'report_id' })
  await copyInto(db, 'report_closures', { columns: closureColumns, source: 'report_id' })
}

async function copyInto(
  db: Db,
  table: keyof ReportsTables,
  from: { columns: Readonly<Record<string, string>>; source: string },
): Promise<void> {
  const names = Object.keys(from.columns)
  const values = Object.values(from.columns)
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.raw(values.join(', '))}
    from report_copies c join ${sql.table(table)} r on ${sql.ref(`r.${from.source}`)} = c.source`.execute(db)
}

/** After so many new rows the planner needs to count again. */
export async function countAnew(db: Db): Promise<void> {
  await sql`analyze reports, report_timeline, report_answers, report_closures`.execute(db)
}
