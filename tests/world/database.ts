import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#main/config.ts'
import { seedReference } from '#main/seed-reference.ts'
import { openWorld } from '#main/world.server.ts'
import { systemActor } from '#platform/actor.ts'
import { openPool } from '#platform/database/database.server.ts'
import { migrate } from '#platform/database/migrations.server.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/** Database that every test's own one is copied from: migrated, with the reference data in it. */
export const templateName = 'world_template'

/** Starts a real PostgreSQL for the whole run and makes the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_SERVER']
  const folder = mkdtempSync(join(tmpdir(), 'ctn-test-'))
  const server = given ? null : await startPostgres({ folder, durable: false })
  const url = given ?? server?.url ?? ''
  await makeTemplate(url)
  project.provide('databaseServer', url)
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
    if (server) rmSync(join(server.dataFolder, '..'), { recursive: true, force: true })
  }
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = openPool(serverUrl, 2)
  await admin.query(`drop database if exists ${templateName} with (force)`)
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const url = databaseUrl(serverUrl, templateName)
  const pool = openPool(url, 2)
  await migrate(pool, 'migrations')
  await pool.end()
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', RATE_LIMITS: 'true' })
  const world = openWorld({ config, databaseUrl: url, log: pino({ level: 'silent' }) })
  await world.queue.start()
  await seedReference(world.contextFor({ actor: systemActor }))
  await world.close()
}

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
