import { mkdirSync } from 'node:fs'
import { CannotStart } from '#platform/cannot-start.ts'
import { migrate } from '#platform/database/migrations.server.ts'
import { openPool } from '#platform/database/database.server.ts'
import { startPostgres, urlOfRunning } from '#platform/postgres/embedded-postgres.ts'
import type { Config } from './config.ts'
import { holdLock } from './lock.ts'

interface Reached {
  readonly url: string
  close(): Promise<void>
}

/**
 * The migrated database for a command beside the program: the one DATABASE_URL names, the one of the program that runs
 * on this data folder, or one started for as long as the command takes.
 */
export async function reachDatabase(config: Config): Promise<Reached> {
  const reached = config.databaseUrl === null ? await reachOwn(config.dataFolder) : other(config.databaseUrl)
  const pool = openPool(reached.url, 2)
  try {
    await migrate(pool, `${import.meta.dirname}/../../migrations`)
    return reached
  } catch (error) {
    await reached.close()
    throw error
  } finally {
    await pool.end()
  }
}

function other(url: string): Reached {
  return { url, close: () => Promise.resolve() }
}

async function reachOwn(folder: string): Promise<Reached> {
  mkdirSync(folder, { recursive: true })
  const unlock = tryLock(folder)
  if (typeof unlock === 'string') return other(unlock)
  try {
    const database = await startPostgres({ folder })
    return { url: database.url, close: () => database.stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The function that lets go of the folder, or the address of the database that its holder runs. */
function tryLock(folder: string): (() => void) | string {
  try {
    return holdLock(folder)
  } catch (error) {
    const running = error instanceof CannotStart ? urlOfRunning(folder) : null
    if (running === null) throw error
    return running
  }
}
