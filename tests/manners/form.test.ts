import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

const anyFile = 'src/platform/actor.ts'
const rule = 'src/platform/pure/page.ts'
const screen = 'src/design/Card.svelte'
const lines = (count: number) => Array.from({ length: count }, (_, at) => `  use(${at})`).join('\n')

test.each<[name: string, path: string, text: string]>([
  ['no-restricted-syntax', anyFile, 'export default 1\n'],
  ['no-restricted-syntax', anyFile, "export * from './context.ts'\n"],
  ['no-restricted-syntax', anyFile, 'export enum Status { open }\n'],
  ['no-restricted-syntax', anyFile, "export async function late() {\n  return import('./context.ts')\n}\n"],
  ['no-restricted-syntax', rule, 'export const at = Date.now()\n'],
  ['no-restricted-syntax', rule, 'export const at = new Date()\n'],
  ['no-restricted-syntax', rule, 'export const at = Temporal.Now.instant()\n'],
  ['no-restricted-syntax', rule, 'export const drawn = Math.random()\n'],
  ['no-restricted-syntax', rule, 'export const id = crypto.randomUUID()\n'],
  ['no-restricted-properties', anyFile, "export const port = process.env['PORT']\n"],
  ['@typescript-eslint/no-explicit-any', anyFile, 'export const a: any = 1\n'],
  ['@typescript-eslint/no-unused-vars', anyFile, 'const unused = 1\n'],
  ['@typescript-eslint/no-non-null-assertion', anyFile, 'export const a = [1][0]!\n'],
  [
    '@typescript-eslint/consistent-type-imports',
    anyFile,
    "import { Context } from './context.ts'\nexport type A = Context<0>\n",
  ],
  ['@typescript-eslint/no-floating-promises', anyFile, 'Promise.resolve(1)\n'],
  ['@typescript-eslint/await-thenable', anyFile, 'export const a = await 1\n'],
  ['@typescript-eslint/only-throw-error', anyFile, "export function a() {\n  throw 'no'\n}\n"],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    anyFile,
    "export function a(b: 'x' | 'y') {\n  switch (b) {\n    case 'x':\n      return 1\n  }\n}\n",
  ],
  ['@typescript-eslint/no-misused-promises', anyFile, 'export const a = Promise.resolve(1) ? 1 : 2\n'],
  [
    '@typescript-eslint/no-unnecessary-type-assertion',
    anyFile,
    "export const a = ('x' as string) as string\n",
  ],
  ['no-console', anyFile, "console.log('x')\n"],
  ['eqeqeq', anyFile, 'export const a = Number(1) == Number(2)\n'],
  ['prefer-const', anyFile, 'let a = 1\nexport { a }\n'],
  ['max-lines', anyFile, `function use(_at: number) {}\n${lines(260)}\n`],
  ['max-lines-per-function', anyFile, `export function long(use: (at: number) => void) {\n${lines(60)}\n}\n`],
  ['max-params', anyFile, 'export const a = (b: 1, c: 2, d: 3, e: 4) => [b, c, d, e]\n'],
  ['svelte/no-at-html-tags', screen, '<script lang="ts">\n  const a = 1\n</script>\n\n{@html a}\n'],
  ['svelte/no-inline-styles', screen, '<p style="color: red">x</p>\n'],
])('%s is seen in %s: %s', { timeout: 60_000 }, async (name, path, text) => {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) })
  expect(result?.messages.map((message) => message.ruleId)).toContain(name)
})

test('a comment cannot switch a check off', async () => {
  const text = `/* ${['eslint', 'disable'].join('-')} */\nconsole.log('x')\n`
  const [result] = await eslint.lintText(text, { filePath: join(root, anyFile) })
  expect(result?.messages.map((message) => message.ruleId)).toContain('no-console')
})

test.each([
  ['a browser', 'export const a = document.title'],
  ['a window', 'export const a = window'],
  ['Node', 'export const a = process.pid'],
  ['a buffer', "export const a = Buffer.from('x')"],
  ['the network', "export const a = fetch('/')"],
  ['a timer', 'setTimeout(() => {}, 1)'],
  ['a Node module', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync"],
])('rules do not compile with %s', (_what, text) => {
  expect(problemsOfRule(text)).not.toEqual([])
})

test('rules compile with Temporal', () => {
  expect(
    problemsOfRule("export const a: Temporal.Instant = Temporal.Instant.from('2026-11-23T00:00:00Z')"),
  ).toEqual([])
})

/** What the compiler project of the rules says of a rule with this text. */
function problemsOfRule(text: string): string[] {
  const read = ts.readConfigFile(join(root, 'tsconfig.rules.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root)
  const path = join(root, 'src/platform/pure/planted.ts')
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (name) => (name === path ? text : readFile(name))
  host.fileExists = (name) => name === path || fileExists(name)
  const program = ts.createProgram([path], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '))
}
