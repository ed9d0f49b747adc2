import { readFile } from 'node:fs/promises'
import { m } from '#design/messages/messages.js'
import { systemActor } from '#platform/actor.ts'
import { CannotStart } from '#platform/cannot-start.ts'
import { makeLog } from '#platform/log.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { importBoundaries } from '#places/import-boundaries.ts'
import { seedPlaces } from '#places/seed-places.ts'
import { readConfig } from './config.ts'
import { reachDatabase } from './reach-database.ts'
import { refusalWords } from './words.ts'
import { openWorld } from './world.server.ts'

/** `npm run places:import -- file.geojson`: loads commune boundaries; also while the program runs. */
async function run(path: string | undefined): Promise<string> {
  if (path === undefined) throw new CannotStart('Say which file: npm run places:import -- file.geojson')
  const file = await readGeoJson(path)
  const config = readConfig(process.env)
  const database = await reachDatabase(config)
  const world = openWorld({
    config,
    databaseUrl: database.url,
    log: makeLog({ ...config, logLevel: 'silent' }),
  })
  try {
    const context = world.contextFor({ actor: systemActor, language: 'en' })
    await seedPlaces(context)
    const { communes, without } = await importBoundaries(context, { file })
    const missing = without.length > 0 ? `\nNo boundary for: ${without.join(', ')}.` : ''
    return `Boundaries of ${communes} communes loaded. They are in use now.${missing}\n`
  } finally {
    await world.close()
    await database.close()
  }
}

async function readGeoJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch (error) {
    throw new CannotStart(`${path} cannot be read as GeoJSON: ${error instanceof Error ? error.message : ''}`)
  }
}

type Message = (inputs: object, options: { locale: 'en' }) => string
const messages = m as unknown as Record<string, Message | undefined>

function explain(error: unknown): string {
  if (error instanceof CannotStart) return error.message
  if (!isRefused(error)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = error.errors.map(
    ({ path, message }) => `  ${path}: ${messages[message]?.({}, { locale: 'en' }) ?? message}`,
  )
  return [refusalWords(error.code, 'en', error.details), ...lines].join('\n')
}

try {
  process.stdout.write(await run(process.argv[2]))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
