import { z } from 'zod'
import { endpoint } from '#platform/endpoint.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import type { House } from './house.ts'

/** A small house that breaks one manner, for each manner by the beginning of its name. */
export type Plants = Readonly<Record<string, Partial<House> | Readonly<Record<string, string>>>>

const input = z.strictObject({ code: z.string().max(20) })
const output = z.object({ code: z.string() })
const plain = {
  method: 'POST',
  path: '/reports/{code}',
  summary: 'Do a thing to a report',
  input,
  output,
} as const

function allow(context: unknown, who: string): void {
  if (context === who) throw new Error(who)
}

async function allowed(context: unknown, given: { code: string }): Promise<{ code: string }> {
  allow(context, 'anyone')
  return given
}

async function careless(_context: unknown, given: { code: string }): Promise<{ code: string }> {
  return given
}

/** A row that breaks nothing, but for what is changed in it. */
function row(change: Partial<EndpointRow> = {}): EndpointRow {
  return { ...endpoint({ ...plain, who: 'anyone', run: allowed }), ...change }
}

const action = (name: string, body: string) =>
  `export async function ${name}(context: Context<T>) {\n  ${body}\n}\n`

const messages = (vi: string, en: string) => ({ 'messages/vi/a.json': vi, 'messages/en/a.json': en })
const inlang = { 'project.inlang/settings.json': '["./messages/{locale}/a.json"]' }
const later = ['TO', 'DO'].join('')
const off = ['eslint', 'disable'].join('-')

const namePlants: Plants = {
  'a file that holds an action': {
    'src/reports/file-report.ts': `${action('fileReport', "allow(context, 'anyone')")}export function other() {}\n`,
  },
  'every row of a subject': { 'src/reports/reports.api.ts': '  endpoint({\n    run: fileReport,\n  })' },
  'no index.ts': { 'src/reports/index.ts': '' },
  'no file or folder has a name': { 'src/reports/report-utils.ts': '' },
  'files are named in kebab-case': { 'src/reports/fileReport.ts': '' },
  'a number of something': { 'src/reports/rules/wait.ts': 'export const timeout = 5000' },
}

const actionPlants: Plants = {
  'the first line of every action': { endpoints: [row({ run: careless })] },
  'every endpoint says who may': { endpoints: [row({ who: 'whoever' })] },
  'every permission that is asked for': { 'src/reports/a.ts': "allow(context, 'fly')" },
  'every permission opens something': { permissions: ['fly'] },
  'endpoints are lists or things': { endpoints: [row({ path: '/Reports/{id}' })] },
}

const wordPlants: Plants = {
  'Vietnamese and English have': messages('{"a": "một"}', '{}'),
  'message files come in pairs': { 'messages/vi/a.json': '{}', ...inlang },
  'a message key is used once': messages('{\n  "a": "x",\n  "a": "y"\n}', '{"a": "x"}'),
  'both languages of a message': messages('{"a": "{name}"}', '{"a": "{person}"}'),
  'no message is empty': messages('{"a": ""}', '{"a": "x"}'),
  'words are composed (NFC)': messages('{"a": "Tha\u0301i"}', '{"a": "x"}'),
  'every refusal has words': { refusals: { 'not-today': 409 } },
  'every refusal of a subject': { 'src/reports/rules/refusals.ts': "{\n  'not-today': 409,\n}" },
  'every message that a page': {
    'src/routes/+page.svelte': "import { m } from '#design/messages/messages.js'\n{m.reports_nothing()}",
  },
  'pages hold no words': { 'src/routes/+page.svelte': '<h1>Phản ánh</h1>' },
}

const limitPlants: Plants = {
  'every text, list and number': { endpoints: [row({ input: z.strictObject({ code: z.string() }) })] },
  'a list that goes on': {
    endpoints: [row({ output: z.object({ items: z.array(output), nextCursor: z.string().nullable() }) })],
  },
  'every endpoint bounds its body': { endpoints: [row({ bodyLimit: 10_000_000_000 })] },
}

const migrationPlants: Plants = {
  'migrations are named by': { 'migrations/0001-reports.sql': '' },
  'migrations only add': { 'migrations/2026-11-23-1000-reports.sql': 'drop table reports;' },
  'every index names': { 'migrations/2026-11-23-1000-reports.sql': 'create index a on reports (code);' },
  'times are timestamptz': { 'migrations/2026-11-23-1000-reports.sql': 'create table a (at timestamp);' },
  'a subject reads and writes': {
    'migrations/2026-11-23-1000-reports.sql': 'create table reports (code text);',
    'src/reports/README.md': '',
    'src/notices/store/notices.server.ts': 'sql`select * from notices join reports on true`',
  },
  'a file with SQL': { 'src/reports/file-report.ts': 'sql`select 1`' },
}

const documentPlants: Plants = {
  'every subject has a README': { 'src/reports/file-report.ts': '' },
  'every path that a document': { 'README.md': 'See `src/reports/fly.ts`.', 'src/reports/a.ts': '' },
  'every npm script': { 'README.md': '`npm run fly`', 'package.json': '{"scripts": {}}' },
  'a document has at most': { 'README.md': '\n'.repeat(400) },
  'docs/openapi.json is': { 'docs/openapi.json': '{"openapi": "3.1.0", "paths": {"/fly": {}}}' },
}

const markPlants: Plants = {
  'no mark of work left over': { 'src/a.ts': `// ${later} later` },
  'no check is silenced': { 'src/a.ts': `// ${off}-next-line` },
  'comments say why': { 'src/a.ts': '// see #123' },
  'no style attribute': { 'src/a.svelte': '<p style="color: red">' },
  'no handler written': { 'src/a.svelte': '<p onclick="fly()">' },
  'every dependency is pinned': { 'package.json': '{"dependencies": {"zod": "^4.0.0"}, "allowScripts": {}}' },
  'every test expects': { 'src/a.test.ts': "test('nothing', () => {})" },
  'a style sheet has at most': { 'src/a.css': '\n'.repeat(600) },
  'no key of a real thing': { 'src/a.ts': `'${'AKIA'}${'A1'.repeat(8)}'` },
}

export const plants: Plants = {
  ...namePlants,
  ...actionPlants,
  ...wordPlants,
  ...limitPlants,
  ...migrationPlants,
  ...documentPlants,
  ...markPlants,
}

const nothing: House = { files: new Map(), endpoints: [], permissions: [], refusals: {} }

/** The house of a plant: its files, or its lists. */
export function houseOf(plant: Plants[string]): House {
  const lists = ['endpoints', 'permissions', 'refusals'].some((name) => name in plant)
  return lists ? { ...nothing, ...plant } : { ...nothing, files: new Map(Object.entries(plant)) }
}
