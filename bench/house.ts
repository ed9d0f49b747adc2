import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'

/** A platform of its own for one measurement: its own durable database, its own process. */
export interface BenchHouse {
  readonly address: string
  readonly databaseUrl: string
  close(): Promise<void>
}

const readyTimeoutMilliseconds = 180_000

/** Starts the built-in PostgreSQL and the program on it, on a free port of loopback, without rate limits. */
export async function openBenchHouse(): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'ctn-bench-'))
  const database = await startPostgres({ folder })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = spawn(process.execPath, ['src/main/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      RATE_LIMITS: 'false',
      LOG_LEVEL: 'error',
    },
  })
  const close = async () => {
    const gone = new Promise((resolve) => program.once('exit', resolve))
    program.kill('SIGTERM')
    await gone
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(dirname(database.dataFolder), { recursive: true, force: true })
  }
  await untilReady(address, () => program.exitCode)
  return { address, databaseUrl: database.url, close }
}

async function untilReady(address: string, exitCode: () => number | null): Promise<void> {
  const until = performance.now() + readyTimeoutMilliseconds
  while (performance.now() < until) {
    if (exitCode() !== null) throw new Error('the program stopped while starting')
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error('the program was not ready in time')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0))
    })
  })
}
