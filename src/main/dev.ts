import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join, sep } from 'node:path'

const root = join(import.meta.dirname, '../..')
const program = join(import.meta.dirname, 'start.ts')
/** Editors write a file in several steps. */
const settleMilliseconds = 150

/** What the server runs as it is; pages, and what only pages use, are reloaded by Vite inside the running program. */
const watched: readonly { readonly folder: string; readonly restarts: (path: string) => boolean }[] = [
  {
    folder: 'src',
    restarts: (path) =>
      /(?<!\.test)\.(ts|json)$/.test(path) && !/^(routes|design\/messages|platform\/pages)\//.test(path),
  },
  { folder: 'messages', restarts: (path) => path.endsWith('.json') },
  { folder: 'migrations', restarts: (path) => path.endsWith('.sql') },
  { folder: 'seed', restarts: (path) => path.endsWith('.json') },
]

/**
 * `npm run dev`: the program with hot reload. It is started again when server code changes; when it fails, the next
 * change tries again. The program hears that we are gone by its channel, also after a kill -9.
 */
function develop(): void {
  let running: ChildProcess | null = start()
  let leaving = false
  let settling: NodeJS.Timeout | null = null

  function start(): ChildProcess {
    const child = spawn(process.execPath, [program, '--dev'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('exit', (code) => {
      running = null
      if (leaving) process.exit(code ?? 1)
      if (code !== 0) process.stdout.write('Stopped. The next change starts it again.\n')
    })
    return child
  }

  function restart(path: string): void {
    settling = null
    process.stdout.write(`${path} changed: starting again…\n`)
    if (running === null) {
      running = start()
      return
    }
    running.once('exit', () => (running = leaving ? null : start()))
    running.kill('SIGTERM')
  }

  for (const { folder, restarts } of watched) {
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      const path = name?.replaceAll(sep, '/') ?? ''
      if (leaving || !restarts(path)) return
      if (settling !== null) clearTimeout(settling)
      settling = setTimeout(() => restart(`${folder}/${path}`), settleMilliseconds)
    })
  }

  function leave(signal: NodeJS.Signals): void {
    if (running === null) process.exit(0)
    leaving = true
    running.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
}

develop()
