import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openPool } from '#platform/database/database.server.ts'
import { databaseUrl, templateName } from '../world/database.ts'
import { freePort } from './program.ts'

const root = join(import.meta.dirname, '../..')
const patienceMilliseconds = 120_000
const copied = ['src', 'messages', 'static', 'seed', 'migrations', 'project.inlang', 'package.json']
const alsoCopied = ['package-lock.json', 'tsconfig.json', 'vite.config.ts']

/** A checkout of its own, in which files may be changed; packages are the same, but not what is made beside them. */
function makeCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ctn-dev-'))
  for (const name of [...copied, ...alsoCopied]) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue
    symlinkSync(join(root, 'node_modules', name), join(packages, name))
  }
  return folder
}

async function makeDatabase(): Promise<string> {
  const name = `development_${process.pid}`
  const admin = openPool(inject('databaseServer'), 1)
  await admin.query(`create database ${name} template ${templateName} strategy file_copy`)
  onTestFinished(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return databaseUrl(inject('databaseServer'), name)
}

async function develop(folder: string) {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/main/dev.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: await makeDatabase(),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'error',
      PORT: String(port),
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (said += part.toString()))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(said)
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const read = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(20_000) })
      .then((answer) => answer.text())
      .catch(() => '')
  return { child, ended, said: () => said, read }
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const late = performance.now() + patienceMilliseconds
  while (!(await reached())) {
    if (performance.now() > late) throw new Error('it did not happen in time')
    await wait(200)
  }
}

function change(file: string, from: string | RegExp, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

test('a page and a server file that change are seen without starting anything by hand', async () => {
  const folder = makeCheckout()
  // As a compilation that was stopped in the middle leaves them.
  rmSync(join(folder, 'src/design/messages/messages/common_app_name.js'), { force: true })
  const { child, ended, said, read } = await develop(folder)
  await until(async () => (await read('/readyz')).includes('"ready"'))
  await until(async () => (await read('/about')).includes('</h1>'))

  change(join(folder, 'src/routes/(public)/about/+page.svelte'), /$/, '\n<p>nóng hổi</p>\n')
  await until(async () => (await read('/about')).includes('nóng hổi'))
  expect(said()).not.toContain('starting again')

  const health = join(folder, 'src/platform/http/health.ts')
  change(health, "status: 'ok'", "status: 'well'")
  await until(async () => (await read('/healthz')).includes('well'))
  expect(await read('/about')).toContain('nóng hổi')

  change(health, "status: 'well'", "status: 'well")
  await until(() => said().includes('The next change starts it again'))
  change(health, "status: 'well", "status: 'better'")
  await until(async () => (await read('/healthz')).includes('better'))

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(await read('/healthz')).toBe('')
}, 300_000)
