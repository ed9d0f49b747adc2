import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Wall → files with an import that goes through it, each `file → what it imports`. */
const plants: Readonly<Record<string, readonly [from: string, to: string][]>> = {
  'no-cycles': [['src/news/read-news.ts', './write-news.ts']],
  'everything-resolves': [['src/news/lose-news.ts', '#news/nowhere.ts']],
  'rules-are-pure': [
    ['src/reports/rules/impure.ts', '#platform/clock.ts'],
    ['src/reports/rules/deep.ts', 'kysely'],
    ['src/reports/rules/node.ts', 'node:fs'],
  ],
  'pure-is-pure': [['src/platform/pure/impure.ts', '#platform/clock.ts']],
  'store-is-private': [
    ['src/reports/look-up-person.ts', '#people/store/people.server.ts'],
    ['src/reports/type-person.ts', '#people/store/people.server.ts'],
  ],
  'store-only-stores': [['src/reports/store/deciding.server.ts', '../file-report.ts']],
  'screens-stay-in-the-browser': [
    ['src/reports/ui/Acting.svelte', '../file-report.ts'],
    ['src/routes/+page.svelte', '#reports/file-report.ts'],
    ['src/routes/+page.ts', '#reports/file-report.ts'],
    ['src/design/Query.svelte', '#platform/database.server.ts'],
  ],
  'screens-know-no-node': [['src/design/Disk.svelte', 'node:fs']],
  'design-knows-nobody': [['src/design/Knowing.svelte', '#reports/rules/status.ts']],
  'pages-never-query': [
    ['src/routes/+page.server.ts', '#reports/store/reports.server.ts'],
    ['src/routes/+layout.server.ts', 'kysely'],
  ],
  'platform-knows-nobody': [['src/platform/knowing.ts', '#reports/file-report.ts']],
  'subjects-know-no-entry': [['src/reports/know-main.ts', '#main/start.ts']],
  'actions-have-no-look': [['src/reports/draw-report.ts', '#design/look.ts']],
  'subjects-stay-apart': [['src/reports/tell-notices.ts', '#notices/add-notice.ts']],
  'people-and-places-stay-apart': [['src/people/find-place.ts', '#places/locate-place.ts']],
  'only-tests-import-tests': [['src/reports/borrow-test.ts', './file-report.test.ts']],
  'no-development-tools': [['src/reports/run-vitest.ts', 'vitest']],
  'only-listed-packages': [['src/reports/use-stray.ts', 'stray']],
  'inner-imports-by-path': [['src/reports/walk-up.ts', '../people/find-person.ts']],
}

/** What is allowed, and must not be reported. */
const allowed: readonly [from: string, to: string][] = [
  ['src/reports/file-report.ts', './store/reports.server.ts'],
  ['src/reports/find-report.ts', '#people/find-person.ts'],
  ['src/reports/rules/deadline.ts', '#places/rules/working-time.ts'],
  ['src/reports/rules/status.ts', 'zod'],
  ['src/reports/ui/Card.svelte', '#design/look.ts'],
  ['src/routes/desk/+page.server.ts', '#reports/file-report.ts'],
  ['src/routes/desk/+page.svelte', '#reports/ui/Card.svelte'],
  ['src/main/start.ts', '#reports/store/reports.server.ts'],
]

const ground = [
  'src/design/look.ts',
  'src/notices/add-notice.ts',
  'src/people/find-person.ts',
  'src/people/store/people.server.ts',
  'src/places/locate-place.ts',
  'src/places/rules/working-time.ts',
  'src/platform/clock.ts',
  'src/platform/database.server.ts',
  'src/reports/file-report.test.ts',
  'src/reports/store/reports.server.ts',
]

let folder: string
let found: { rule: { name: string }; from: string; to: string }[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctn-walls-'))
  write('package.json', JSON.stringify({ type: 'module', imports: { '#*': './src/*' }, ...packages() }))
  for (const name of ['kysely', 'zod', 'vitest', 'stray', 'svelte']) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, type: 'module', exports: { '.': './main.js', './*': './main.js' } }),
    )
    write(`node_modules/${name}/main.js`, 'export const thing = 1\n')
  }
  for (const path of ground) write(path, 'export const thing = 1\n')
  write('src/news/write-news.ts', "export { own } from './read-news.ts'\nexport const thing = 1\n")
  for (const [path, to] of [...Object.values(plants).flat(), ...allowed]) {
    const line = path.includes('type-person')
      ? `import type { thing } from '${to}'`
      : `import { thing } from '${to}'`
    const use = path.includes('type-person')
      ? 'export type Thing = typeof thing'
      : 'export const own = () => thing'
    write(
      path,
      path.endsWith('.svelte') ? `<script lang="ts">\n  ${line}\n</script>\n{thing}\n` : `${line}\n${use}\n`,
    )
  }
  found = cruise()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(Object.entries(plants))('the wall %s holds', (wall, imports) => {
  const files = found.filter((one) => one.rule.name === wall).map((one) => one.from)
  for (const [from] of imports) expect(files).toContain(from)
})

test('every wall was tried', async () => {
  const walls = (await import(`${root}/.dependency-cruiser.cjs`)) as {
    default: { forbidden: { name: string }[] }
  }
  expect(walls.default.forbidden.map((wall) => wall.name)).toEqual(Object.keys(plants))
})

test('what is allowed is not reported', () => {
  const files = allowed.map(([from]) => from)
  expect(found.filter((one) => files.includes(one.from))).toEqual([])
})

function packages(): object {
  return {
    dependencies: { kysely: '1.0.0', svelte: '1.0.0', zod: '1.0.0' },
    devDependencies: { vitest: '1.0.0' },
  }
}

function write(path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function cruise(): typeof found {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const words = [program, 'src', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json']
  const text = execFileSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return (JSON.parse(text) as { summary: { violations: typeof found } }).summary.violations
}
