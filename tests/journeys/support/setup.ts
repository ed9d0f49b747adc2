import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { clear, makePlace, startProgram } from '../../faults/program.ts'

/**
 * Starts the real program once for all journeys: the built pages, a fresh database, the demo seed. Journeys find it
 * under JOURNEY_URL, and its database under JOURNEY_DATABASE.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'ctn-journeys-'))
  const database = await startPostgres({ folder, durable: false })
  const closeDatabase = async () => {
    await database.stop()
    rmSync(join(database.dataFolder, '..'), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const place = await makePlace({
      NODE_ENV: 'demo',
      DATABASE_URL: database.url,
      // A journey receives webhooks on this machine.
      WEBHOOK_NETWORKS: '127.0.0.0/8',
    })
    const program = await startProgram(place)
    process.env['JOURNEY_URL'] = place.url.replace('127.0.0.1', 'localhost')
    process.env['JOURNEY_DATABASE'] = database.url
    return async () => {
      await clear(place, program)
      await closeDatabase()
    }
  } catch (error) {
    await closeDatabase()
    throw error
  }
}
