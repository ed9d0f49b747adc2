import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from '#platform/cannot-start.ts'
import type { Context } from '#platform/context.ts'
import { migrate } from '#platform/database/migrations.server.ts'
import { openPool } from '#platform/database/database.server.ts'
import { makeLog } from '#platform/log.ts'
import type { EmbeddedPostgres } from '#platform/postgres/embedded-postgres.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { buildPages } from './build-pages.ts'
import type { Config } from './config.ts'
import { holdLock } from './lock.ts'
import { openPages } from './pages.ts'
import { seed } from './seed.ts'
import { makeServer } from './server.ts'
import type { World } from './world.server.ts'
import { jobContext, openWorld } from './world.server.ts'

/** The running program. */
export interface House {
  readonly config: Config
  readonly world: World
  readonly port: number
  readonly database: EmbeddedPostgres | null
  close(): Promise<void>
}

const closeTimeoutMilliseconds = 10_000

/**
 * Opens everything in order: pages built, database started and migrated, seed loaded, jobs running, doors open.
 * Gives null when the role was only to migrate.
 */
export async function openHouse(config: Config, options: { watch: boolean }): Promise<House | null> {
  mkdirSync(config.dataFolder, { recursive: true })
  const unlock = holdLock(config.dataFolder)
  const web = config.role === 'all' || config.role === 'web'
  if (web && !options.watch) await buildPages()
  const database = config.databaseUrl ? null : await startPostgres({ folder: config.dataFolder })
  const databaseUrl = config.databaseUrl ?? database?.url ?? ''
  const log = makeLog(config)
  let opened: World | null = null
  try {
    await migrateOnce(databaseUrl)
    const world = openWorld({ config, databaseUrl, log })
    opened = world
    await world.queue.start()
    await world.live.open()
    await seed(world)
    const server = web ? await openDoors(world, options) : null
    if (config.role === 'all' || config.role === 'worker')
      await world.queue.work(() => jobContext(world) as Context<unknown>)
    const close = () => closeAll({ server, world, database, unlock })
    if (config.role === 'migrate') {
      await close()
      return null
    }
    return { config, world, port: portOf(server), database, close }
  } catch (error) {
    // First the connections, so that why it cannot start is the only thing said.
    await opened?.close().catch(() => undefined)
    await database?.stop()
    unlock()
    throw error
  }
}

async function migrateOnce(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, 2)
  try {
    await migrate(pool, `${import.meta.dirname}/../../migrations`)
  } finally {
    await pool.end()
  }
}

async function openDoors(world: World, options: { watch: boolean }): Promise<Server> {
  const server: Server = makeServer(world, (request, response, next) => pages(request, response, next))
  const pages = await openPages(world, { ...options, server })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    reject(taken ? new CannotStart(`Port ${world.config.port} is taken. Set PORT to another one.`) : error)
  })
  server.listen(world.config.port, world.config.host, resolve)
  await promise
  return server
}

function portOf(server: Server | null): number {
  return (server?.address() as AddressInfo | null)?.port ?? 0
}

async function closeAll(parts: {
  server: Server | null
  world: World
  database: EmbeddedPostgres | null
  unlock: () => void
}): Promise<void> {
  const { server, world, database, unlock } = parts
  if (server) {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const late = setTimeout(() => server.closeAllConnections(), closeTimeoutMilliseconds)
    world.live.dismiss()
    await closed
    clearTimeout(late)
  }
  await world.close()
  await database?.stop()
  unlock()
}
