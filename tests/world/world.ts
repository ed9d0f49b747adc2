import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { inject, onTestFinished } from 'vitest'
import { readConfig } from '#main/config.ts'
import type { AllTables } from '#main/tables.ts'
import type { World } from '#main/world.server.ts'
import { openWorld } from '#main/world.server.ts'
import type { Actor } from '#platform/actor.ts'
import { stranger, systemActor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { openPool } from '#platform/database/database.server.ts'
import { databaseUrl, templateName } from './database.ts'

/** A clock that stands still until it is turned. */
export interface TestClock {
  now(): Temporal.Instant
  set(moment: string | Temporal.Instant): void
  advance(duration: Temporal.DurationLike): void
}

/** One test's world: an empty database with the reference data, a clock, and everything real. */
export interface TestWorld extends World {
  readonly clock: TestClock
  readonly databaseUrl: string
  /** A context for somebody; for the platform itself when nobody is named. */
  context(actor?: Actor, language?: 'vi' | 'en'): Context<AllTables>
}

let made = 0

/**
 * Makes a world of its own for one test, with a fresh database copied from the template. Its clock stands at Monday
 * 23 November 2026, 09:00 in the province. It is closed and dropped when the test ends, or, when made outside a test,
 * by calling `close`.
 */
export async function world(options: { env?: Record<string, string> } = {}): Promise<TestWorld> {
  const server = inject('databaseServer')
  made += 1
  const name = `world_${process.pid}_${made}_${Math.floor(performance.now())}`
  const admin = openPool(server, 1)
  await admin.query(`create database ${name} template ${templateName} strategy file_copy`)
  const url = databaseUrl(server, name)
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '8',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'ctn-world-')),
    ...options.env,
  })
  const clock = testClock()
  const opened = openWorld({ config, databaseUrl: url, log: pino({ level: config.logLevel }) })
  await opened.queue.start()
  let closed: Promise<void> | undefined
  const closeOnce = async () => {
    await opened.close()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  const close = () => (closed ??= closeOnce())
  const self: TestWorld = {
    ...opened,
    clock,
    databaseUrl: url,
    close,
    context: (actor = systemActor, language = 'vi') =>
      opened.contextFor({ actor, language, now: () => clock.now() }),
  }
  closeAfterTest(close)
  return self
}

/** Inside a test the world closes itself. */
function closeAfterTest(close: () => Promise<void>): void {
  try {
    onTestFinished(close)
  } catch {
    // Made in beforeAll: the file closes it itself.
  }
}

function testClock(): TestClock {
  let moment = Temporal.Instant.from('2026-11-23T09:00:00+07:00')
  return {
    now: () => moment,
    set: (to) => {
      moment = Temporal.Instant.from(to.toString())
    },
    advance: (duration) => {
      moment = moment.add(
        Temporal.Duration.from(duration).round({
          largestUnit: 'hours',
          relativeTo: Temporal.PlainDate.from('2026-11-23'),
        }),
      )
    },
  }
}

/** An officer of an agency with these permissions. */
export function officer(agency: string, permissions: readonly string[], personId: string): Actor {
  return { kind: 'officer', personId, agency, permissions: new Set(permissions), receipts: [] }
}

/** A citizen who has signed in. */
export function citizen(personId: string): Actor {
  return { kind: 'citizen', personId, agency: null, permissions: new Set(), receipts: [] }
}

/** Somebody who has not. */
export const passerBy = stranger()
