import pino from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { systemActor } from '../actor.ts'
import type { Context } from '../context.ts'
import { officer, world } from '../../../tests/world/world.ts'
import { job } from './job.ts'
import { listDeadLetters } from './list-dead-letters.ts'
import { PgBossQueue } from './pg-boss-queue.server.ts'
import { replayDeadLetter } from './replay-dead-letter.ts'

const keeper = officer('ioc', ['replay-jobs'], '0193a000-0000-7000-8000-00000000000a')

test('work that fails is in the log and in the list, and is done when it is replayed', async () => {
  const w = await world()
  let away = true
  const done: string[] = []
  const tell = job({
    name: 'tell-neighbours',
    input: z.object({ report: z.string() }),
    retryLimit: 0,
    run: async (_context, { report }) => {
      if (away) throw new Error('no way to 0912345678')
      done.push(report)
    },
  })
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const queue = new PgBossQueue({ url: w.databaseUrl, rows: [tell], log, schedules: false })
  onTestFinished(() => queue.stop())
  await queue.start()
  await queue.work(() => w.contextFor({ actor: systemActor }) as Context<unknown>)
  await queue.enqueue(w.db as never, 'tell-neighbours', { data: { report: 'TN-7K4M2Q9P' } })

  const context = { ...w.context(keeper), outside: { ...w.outside, jobs: queue } }
  const waiting = { timeout: 20_000, interval: 200 }
  const letter = await vi.waitFor(async () => {
    const [found] = (await listDeadLetters(context, { limit: 10 })).items
    if (!found) throw new Error('not there yet')
    return found
  }, waiting)
  expect(letter).toMatchObject({ queue: 'tell-neighbours', about: { report: 'TN-7K4M2Q9P' } })
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(logged).toContainEqual(
    expect.objectContaining({ level: 50, msg: 'job failed', job: 'tell-neighbours', id: expect.any(String) }),
  )

  away = false
  await replayDeadLetter(context, { id: letter.id })
  await vi.waitFor(() => expect(done).toEqual(['TN-7K4M2Q9P']), { timeout: 40_000, interval: 200 })
  expect((await listDeadLetters(context, { limit: 10 })).items).toEqual([])
}, 90_000)
