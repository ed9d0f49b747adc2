import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, folderFor, sharedRoot } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { keepRunning } from './keep-running.ts'
import { stopOrphan } from './orphan.ts'

const databaseName = 'c_thainguyen'
const owner = 'c_thainguyen'
const startTimeoutMilliseconds = 60_000
const stopTimeoutMilliseconds = 20_000

/** A PostgreSQL that this program started. */
export interface EmbeddedPostgres {
  readonly url: string
  readonly dataFolder: string
  stop(): Promise<void>
}

/** How to start it: `durable: false` is for tests only. */
export interface StartOptions {
  readonly folder: string
  readonly durable?: boolean
}

/**
 * Starts the PostgreSQL that came with the packages on data under the folder, making the data on the first start.
 * It listens on loopback only, on a free port, with a password kept beside the data. An orphan that a killed program
 * left behind is stopped first, and a server that is killed while the program runs is started again on the same address.
 */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries()
  const home = homeOf(options.folder, binaries)
  const dataFolder = join(home, 'postgres')
  mkdirSync(options.folder, { recursive: true })
  folderFor(binaries.user, home)
  const password = readPassword(home, binaries)
  initialise({ binaries, home, dataFolder })
  const port = await freePort()
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/`
  const open = async () => {
    await stopOrphan(dataFolder)
    const child = launch({ binaries, home, dataFolder, port, durable: options.durable ?? true })
    await waitUntilReady(url, () => child.exitCode !== null || child.signalCode !== null)
    return child
  }
  const kept = keepRunning(await open(), open)
  await createDatabase(url)
  return { url: `${url}${databaseName}`, dataFolder, stop: () => kept.stop(stopGently) }
}

/** The address of a PostgreSQL that another process started on data under the folder and still holds; null without. */
export function urlOfRunning(folder: string): string | null {
  const binaries = findBinaries()
  const home = homeOf(folder, binaries)
  const file = join(home, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return null
  const [, , , port = ''] = readFileSync(file, 'utf8').split('\n')
  return `postgres://${owner}:${readPassword(home, binaries)}@127.0.0.1:${port.trim()}/${databaseName}`
}

/** Root's data lies where the user that PostgreSQL runs as can reach it, one home for each checkout. */
function homeOf(folder: string, binaries: Binaries): string {
  if (binaries.user === null) return resolve(folder)
  const mark = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12)
  return join(sharedRoot, `data-${mark}`)
}

function readPassword(home: string, binaries: Binaries): string {
  const file = join(home, 'password')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (binaries.user) chownSync(file, binaries.user.uid, binaries.user.gid)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Makes the data folder; a half-made one, left by a kill during the first start, is made anew. */
function initialise(where: { binaries: Binaries; home: string; dataFolder: string }): void {
  const { binaries, home, dataFolder } = where
  const done = join(home, 'initialised')
  if (existsSync(done)) return
  rmSync(dataFolder, { recursive: true, force: true })
  const run = spawnSync(
    join(binaries.folder, 'bin', 'initdb'),
    [
      `--pgdata=${dataFolder}`,
      `--username=${owner}`,
      '--auth=scram-sha-256',
      `--pwfile=${join(home, 'password')}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ],
    { cwd: home, encoding: 'utf8', env: environment(), ...binaries.user },
  )
  if (run.status !== 0) throw new Error(`initdb failed: ${run.stderr || String(run.error)}`)
  writeFileSync(done, '')
}

function environment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

function launch(how: {
  binaries: Binaries
  home: string
  dataFolder: string
  port: number
  durable: boolean
}) {
  const settings = {
    port: how.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: how.durable ? '256MB' : '64MB',
    max_wal_size: '2GB',
    wal_compression: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: how.durable ? 'on' : 'off',
    synchronous_commit: how.durable ? 'on' : 'off',
    full_page_writes: how.durable ? 'on' : 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(join(how.home, 'postgres.log'), 'a')
  // Detached, so that Ctrl-C in the terminal reaches this program alone, which then stops the database in order.
  return spawn(join(how.binaries.folder, 'bin', 'postgres'), ['-D', how.dataFolder, ...flags], {
    cwd: how.home,
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
    ...how.binaries.user,
  })
}

async function waitUntilReady(url: string, ended: () => boolean): Promise<void> {
  const until = performance.now() + startTimeoutMilliseconds
  while (performance.now() < until) {
    if (ended()) throw new Error('PostgreSQL stopped while starting; see postgres.log beside its data')
    if (await answers(url)) return
    await wait(50)
  }
  throw new Error('PostgreSQL did not answer within a minute')
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: `${url}postgres`, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}postgres` })
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
  if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  await client.end()
}

async function stopGently(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolveGone) => child.once('exit', () => resolveGone()))
  child.kill('SIGINT')
  const late = wait(stopTimeoutMilliseconds, undefined, { ref: false }).then(() => child.kill('SIGQUIT'))
  await Promise.race([gone, late.then(() => gone)])
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolvePort(address.port) : reject(new Error('no port')),
      )
    })
  })
}
