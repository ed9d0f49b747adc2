import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { endpoints } from '#main/endpoints.ts'
import { permissions } from '#main/permissions.ts'
import { allRefusals } from '#main/refusals.ts'
import type { EndpointRow } from '#platform/endpoint.ts'

/** What the manners look at: every file we wrote, by its path, and the lists of `src/main/`. */
export interface House {
  readonly files: ReadonlyMap<string, string>
  readonly endpoints: readonly EndpointRow[]
  readonly permissions: readonly string[]
  readonly refusals: Readonly<Record<string, number>>
}

/** One manner: its sentence, and what breaks it, one line each. */
export interface Manner {
  readonly name: string
  find(house: House): string[]
}

/** Folders of `src/` that are no subjects. */
const grounds = ['design', 'main', 'platform', 'routes', 'service-worker']
const root = join(import.meta.dirname, '../..')
const notOurs = new Set([
  '.git',
  '.svelte-kit',
  'build',
  'data',
  'node_modules',
  'playwright-report',
  'project.inlang',
  'test-results',
  'static',
])
const notRead = new Set(['src/design/messages'])
const texts = new Set([
  '.ts',
  '.js',
  '.cjs',
  '.svelte',
  '.css',
  '.html',
  '.sql',
  '.json',
  '.md',
  '.sh',
  '.yaml',
  '.yml',
])

/** The house as it stands. */
export function readHouse(): House {
  const files = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (notOurs.has(path) || notRead.has(path) || path === 'package-lock.json') continue
      if (entry.isDirectory()) walk(path)
      else files.set(path, texts.has(extname(path)) ? readFileSync(join(root, path), 'utf8') : '')
    }
  }
  walk('')
  const inlang = 'project.inlang/settings.json'
  if (existsSync(join(root, inlang))) files.set(inlang, readFileSync(join(root, inlang), 'utf8'))
  return { files, endpoints, permissions, refusals: allRefusals }
}

/** Names of the subjects: the folders of `src/` that say what the province does. */
export function subjectsOf(house: House): string[] {
  const folders = [...house.files.keys()].flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(folders)].filter((folder) => !grounds.includes(folder))
}

/** Files whose path the pattern matches, tests left out. */
export function filesLike(house: House, pattern: RegExp): [path: string, text: string][] {
  return [...house.files].filter(([path]) => pattern.test(path) && !path.endsWith('.test.ts'))
}

/** Files at the top of a subject: its actions, without its lists of endpoints, jobs and events. */
export function actionFiles(house: House): [path: string, text: string][] {
  const top = new RegExp(`^src/(?:${subjectsOf(house).join('|')})/[^/]+\\.ts$`)
  return filesLike(house, top).filter(([path]) => !/\.(api|jobs|events)\.ts$/.test(path))
}

/** Lines that stand in the first list and not in the second. */
export function missing(wanted: readonly string[], there: Iterable<string>): string[] {
  const known = new Set(there)
  return wanted.filter((name) => !known.has(name))
}
