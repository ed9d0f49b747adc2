import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const readyMilliseconds = 120_000

/** A place where the real program runs, is killed, and is started again on the same data and port. */
export interface Place {
  readonly folder: string
  readonly port: number
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
}

/** The running program. */
export interface Program {
  readonly child: ChildProcess
  /** What it printed until now. */
  said(): string
  /** The PostgreSQL it started: the first process, and one for each connection. */
  databaseProcesses(): { readonly postmaster: number; readonly connections: readonly number[] }
  /** Ends it as `kill -9` does; its database is left alone. */
  kill(): Promise<void>
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>
}

/** A data folder and a port of its own; limits are off because one address stands for many people here. */
export async function makePlace(environment: Record<string, string> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'ctn-faults-'))
  const port = await freePort()
  return { folder, port, url: `http://127.0.0.1:${port}`, environment }
}

/** Starts the program and waits until it says that it is ready. */
export async function startProgram(place: Place): Promise<Program> {
  const child = spawn(process.execPath, ['src/main/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'test',
      DATA_DIR: place.folder,
      PORT: String(place.port),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...place.environment,
    },
  })
  let said = ''
  let asked = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then(() => {
    if (!asked) process.stderr.write(`the program ended by itself:\n${said}\n`)
  })
  const until = performance.now() + readyMilliseconds
  while (!(await isReady(place))) {
    if (child.exitCode !== null) throw new Error(`the program ended while starting:\n${said}`)
    if (performance.now() > until) throw new Error(`the program was not ready in time:\n${said}`)
    await wait(100)
  }
  return {
    child,
    said: () => said,
    databaseProcesses: () => databaseOf(child.pid ?? 0),
    kill: async () => {
      asked = true
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      asked = true
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function isReady(place: Place): Promise<boolean> {
  const answer = await fetch(`${place.url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
  await answer?.body?.cancel()
  return answer?.ok ?? false
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return text === '' ? [] : text.split(' ').map(Number)
}

function databaseOf(pid: number): { postmaster: number; connections: number[] } {
  const postmaster = childrenOf(pid).find((child) => commandOf(child).includes('/bin/postgres')) ?? 0
  const connections = childrenOf(postmaster).filter((child) => /127\.0\.0\.1/.test(commandOf(child)))
  return { postmaster, connections }
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
}

/** Asks the program's own database, past the program. */
export async function askDatabase<Row extends object>(program: Program, query: string): Promise<Row[]> {
  const home = homeOf(program)
  const password = readFileSync(join(home, 'password'), 'utf8').trim()
  const port = Number(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3])
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'c_thainguyen',
    database: 'c_thainguyen',
    password,
  })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

/** Where the program's database lives, which for root is not under its data folder. */
function homeOf(program: Program): string {
  return dirname(readlinkSync(`/proc/${program.databaseProcesses().postmaster}/cwd`))
}

/** Stops the program, if it still runs, and removes everything it kept. */
export async function clear(place: Place, program: Program): Promise<number | null> {
  if (program.child.exitCode !== null || program.child.signalCode !== null) return program.child.exitCode
  const home = place.environment['DATABASE_URL'] ? null : homeOf(program)
  const code = await program.stop()
  if (home) rmSync(home, { recursive: true, force: true })
  rmSync(place.folder, { recursive: true, force: true })
  return code
}

/** A port nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
