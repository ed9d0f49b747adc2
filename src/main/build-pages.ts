import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeTurn } from './in-turn.ts'

const root = join(import.meta.dirname, '../..')
const stamp = join(root, 'build/sources.txt')
const sources = ['src', 'messages', 'static', 'vite.config.ts', 'package-lock.json', 'project.inlang']

/** Builds the pages when there is no build yet, or when something they are made of has changed since. */
export async function buildPages(): Promise<void> {
  if (isBuilt()) return
  const done = takeTurn('pages')
  try {
    // Another process may have built them while this one waited.
    if (isBuilt()) return
    process.stdout.write('Building the pages (once)…\n')
    await run(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'])
    await run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'])
    writeFileSync(stamp, fingerprint())
  } finally {
    done()
  }
}

function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

function run(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the pages could not be built'))))
  })
}

/** How many files there are and when the newest was written. */
function fingerprint(): string {
  let newest = 0
  let count = 0
  const walk = (path: string): void => {
    if (!existsSync(path) || path.endsWith('src/design/messages')) return
    const found = statSync(path)
    if (found.isDirectory()) for (const name of readdirSync(path)) walk(join(path, name))
    else {
      count += 1
      newest = Math.max(newest, found.mtimeMs)
    }
  }
  for (const source of sources) walk(join(root, source))
  return `${count} files, newest ${newest}`
}
