import type { House, Manner } from './house.ts'
import { filesLike, subjectsOf } from './house.ts'
import { literalsOf } from './source.ts'

const fileName = /^migrations\/(\d{4})-(\d{2})-(\d{2})-(\d{2})(\d{2})-([a-z]+(?:-[a-z]+)*)\.sql$/
/** What a migration says before it takes something away, so that somebody has thought of the release still running. */
const farewell = /--\s*unused since release [\w.-]+/i
const takesAway =
  /\b(drop\s+(table|column|schema|type)|alter\s+table\s+\S+\s+(drop|rename)|delete\s+from)\b|^\s*truncate\b/im

function migrationsOf(house: House): [path: string, text: string][] {
  return [...house.files].filter(([path]) => path.startsWith('migrations/'))
}

/** SQL without its comments. */
function bare(text: string): string {
  return text.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '')
}

const namedByTime: Manner = {
  name: 'migrations are named by date, time and subject, no two at the same minute',
  find: (house) => {
    const seen = new Set<string>()
    return migrationsOf(house).flatMap(([path]) => {
      const parts = fileName.exec(path)
      if (parts === null) return [`${path}: not YYYY-MM-DD-HHMM-subject.sql`]
      const [, year, month, day, hour, minute] = parts
      const moment = `${year}-${month}-${day}T${hour}:${minute}`
      const real = !Number.isNaN(Date.parse(`${moment}Z`))
      const twice = seen.has(moment)
      seen.add(moment)
      return [...(real ? [] : [`${path}: no such time`]), ...(twice ? [`${path}: a time used twice`] : [])]
    })
  },
}

const forwardOnly: Manner = {
  name: 'migrations only add; what takes away says since which release it is unused',
  find: (house) =>
    migrationsOf(house)
      .filter(([, text]) => takesAway.test(bare(text)) && !farewell.test(text))
      .map(([path]) => path),
}

const indexesSayWhy: Manner = {
  name: 'every index names the query it serves',
  find: (house) => {
    const all = migrationsOf(house)
      .map(([, text]) => text)
      .join('\n')
    return [
      ...bare(all).matchAll(
        /create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(\w+)/gi,
      ),
    ]
      .map((found) => found[1] ?? '')
      .filter((name) => !new RegExp(`comment on index ${name} is 'serves `).test(all))
  },
}

const typesOfTime: Manner = {
  name: 'times are timestamptz, texts are text',
  find: (house) =>
    migrationsOf(house).flatMap(([path, text]) =>
      [
        ...bare(text).matchAll(
          /\b(timestamp(?! ?tz)(?!\s+with time zone)|char\(\d+\)|money|serial|bigserial)\b/gi,
        ),
      ].map((found) => `${path}: ${found[0]}`),
    ),
}

/** Which subject a table belongs to; tables of no subject are the platform's. */
export function ownersOf(house: House): Map<string, string> {
  const subjects = subjectsOf(house)
  const owners = new Map<string, string>()
  for (const [path, text] of migrationsOf(house)) {
    const named = fileName.exec(path)?.[6] ?? ''
    const owner =
      subjects.find((subject) => named === subject || named.startsWith(`${subject}-`)) ?? 'platform'
    for (const found of bare(text).matchAll(
      /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gi,
    )) {
      owners.set(found[1] ?? '', owner)
    }
  }
  return owners
}

const named = /\b(?:from|join|into|update|table)\s+(?:only\s+)?"?([a-z_]\w*)"?/gi
const builder =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(?:inner|left|right|full)Join|using)\(\s*\[?['"`](\w+)/g

const noForeignTables: Manner = {
  name: 'a subject reads and writes only its own tables',
  find: (house) => {
    const owners = ownersOf(house)
    return filesLike(house, /^src\/[^/]+\/.*\.ts$/).flatMap(([path, text]) => {
      const home = /^src\/([^/]+)\//.exec(path)?.[1] ?? ''
      if (['main', 'routes', 'design'].includes(home)) return []
      const queries = literalsOf(path, text).filter((one) =>
        /\b(select|insert|update|delete|with)\b/i.test(one),
      )
      const tables = [
        ...queries.flatMap((query) => [...query.matchAll(named)].map((found) => found[1] ?? '')),
        ...[...text.matchAll(builder)].map((found) => found[1] ?? ''),
      ]
      return [...new Set(tables)]
        .filter((table) => owners.has(table) && owners.get(table) !== home)
        .map((table) => `${path}: ${table} belongs to ${owners.get(table)}`)
    })
  },
}

const sqlOnTheServer: Manner = {
  name: 'a file with SQL ends in .server.ts',
  find: (house) =>
    filesLike(house, /^src\/.*\.(ts|svelte)$/)
      .filter(([path]) => !path.endsWith('.server.ts') && !/^src\/(main|platform\/postgres)\//.test(path))
      .filter(
        ([, text]) => /^import (?!type)[^\n]*from '(kysely|pg)'/m.test(text) || /\bsql(<[^`]*>)?`/.test(text),
      )
      .map(([path]) => path),
}

export const migrations: readonly Manner[] = [
  namedByTime,
  forwardOnly,
  indexesSayWhy,
  typesOfTime,
  noForeignTables,
  sqlOnTheServer,
]
