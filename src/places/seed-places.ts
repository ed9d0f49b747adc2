import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { placesOf } from './place-reference.ts'
import type { SeedAgency, SeedHotline } from './store/seed-agencies.server.ts'
import { saveAgencies, saveHotlines } from './store/seed-agencies.server.ts'
import type { SeedCalendar } from './store/seed-calendars.server.ts'
import { saveCalendars } from './store/seed-calendars.server.ts'
import type { SeedCommune } from './store/seed-communes.server.ts'
import { saveCommunes } from './store/seed-communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

const folder = join(import.meta.dirname, '../../seed')

/**
 * Loads communes, agencies, hotlines and calendars from `seed/`. Safe to repeat: facts are brought up to date, and what
 * officers changed in a calendar stays.
 */
export async function seedPlaces(context: Context<PlacesTables>): Promise<void> {
  allow(context, 'import-boundaries')
  const [communes, agencies, hotlines, calendars] = await Promise.all([
    read<SeedCommune>('communes.json'),
    read<SeedAgency>('agencies.json'),
    read<SeedHotline>('hotlines.json'),
    read<SeedCalendar>('calendars.json'),
  ])
  await inTransaction(context, async ({ db }) => {
    await saveCommunes(db, communes)
    await saveCalendars(db, calendars)
    await saveAgencies(db, agencies, communes)
    await saveHotlines(db, hotlines)
  })
  placesOf.forget(context)
}

async function read<Row>(name: string): Promise<Row[]> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as Row[]
}
