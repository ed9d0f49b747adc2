import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { takeTurn } from './in-turn.ts'

const root = join(import.meta.dirname, '../..')
const compiled = join(root, 'src/design/messages/messages.js')
/** Beside no generated file, because whoever builds pages or messages empties those folders first. */
const stamp = join(root, 'node_modules/.cache/c-thainguyen/messages.txt')

/**
 * Compiles the words people read when they are not compiled yet or have changed. Server code imports them, so this
 * comes before anything that does is loaded.
 */
export function compileMessages(): void {
  if (areCompiled()) return
  const done = takeTurn('pages')
  try {
    // Another process may have compiled them while this one waited.
    if (!areCompiled()) compile()
  } finally {
    done()
  }
}

function compile(): void {
  const now = fingerprint()
  const program = join(root, 'node_modules/@inlang/paraglide-js/bin/run.js')
  const words = ['compile', '--project', './project.inlang', '--outdir', './src/design/messages']
  const how = ['--strategy', 'url', 'baseLocale', '--emit-git-ignore', 'false']
  const done = spawnSync(process.execPath, [program, ...words, ...how], { cwd: root, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the messages could not be compiled\n${done.stdout}${done.stderr}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function areCompiled(): boolean {
  return isWhole() && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Whoever is stopped while compiling leaves an index whose files are not there. */
function isWhole(): boolean {
  const index = join(dirname(compiled), 'messages/_index.js')
  if (!existsSync(compiled) || !existsSync(index)) return false
  const named = [...readFileSync(index, 'utf8').matchAll(/^export \* from '(\.\/[^']+)'/gm)]
  return named.length > 0 && named.every(([, name = '']) => existsSync(join(dirname(index), name)))
}

function fingerprint(): string {
  const files = ['messages/vi', 'messages/en'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )
  return [...files, 'project.inlang/settings.json', 'package-lock.json']
    .map((path) => `${path} ${statSync(join(root, path)).mtimeMs}`)
    .join('\n')
}

if (import.meta.main) compileMessages()
