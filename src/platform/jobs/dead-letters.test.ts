import { expect, test } from 'vitest'
import type { TestWorld } from '../../../tests/world/world.ts'
import { citizen, officer, world } from '../../../tests/world/world.ts'
import { listDeadLetters } from './list-dead-letters.ts'
import { replayDeadLetter } from './replay-dead-letter.ts'

const keeper = officer('ioc', ['replay-jobs'], '0193a000-0000-7000-8000-00000000000a')

/** A job that failed its only try. */
async function fail(w: TestWorld, data: object, error: Error): Promise<void> {
  await w.queue.boss.send('sweep-files', data, { retryLimit: 0 })
  const [found] = await w.queue.boss.fetch('sweep-files')
  await w.queue.boss.fail('sweep-files', found?.id ?? '', error)
}

test('failed work is listed by its codes, without what people wrote', async () => {
  const w = await world()
  const data = {
    report: 'TN-7K4M2Q9P',
    phone: '+84912345678',
    text: 'my road',
    otp: '123456',
    name: 'An',
  }
  await fail(w, data, new Error('no answer for 0912345678'))
  const { items, nextCursor } = await listDeadLetters(w.context(keeper), {
    limit: 10,
  })
  expect(nextCursor).toBeNull()
  expect(items).toEqual([
    {
      id: expect.any(String),
      queue: 'sweep-files',
      about: { report: 'TN-7K4M2Q9P' },
      error: 'no answer for …',
      tries: 1,
      firstQueuedAt: expect.stringMatching(/\+07:00$/),
      diedAt: expect.stringMatching(/\+07:00$/),
    },
  ])
})

test('replayed work leaves the list and waits in its queue again, once', async () => {
  const w = await world()
  await fail(w, { report: 'TN-7K4M2Q9P' }, new Error('away'))
  const [letter] = (await listDeadLetters(w.context(keeper), { limit: 10 })).items
  const id = letter?.id ?? ''
  const presses = await Promise.allSettled([1, 2].map(() => replayDeadLetter(w.context(keeper), { id })))
  expect(presses.filter((press) => press.status === 'fulfilled')).toHaveLength(1)
  await expect(replayDeadLetter(w.context(keeper), { id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await listDeadLetters(w.context(keeper), { limit: 10 })).items).toEqual([])
  const waiting = await w.queue.boss.fetch<object>('sweep-files', {
    batchSize: 5,
  })
  expect(waiting.map((found) => found.data)).toEqual([{ report: 'TN-7K4M2Q9P' }])
})

test('the list goes on page by page', async () => {
  const w = await world()
  for (const report of ['TN-1', 'TN-2', 'TN-3']) await fail(w, { report }, new Error('away'))
  const first = await listDeadLetters(w.context(keeper), { limit: 2 })
  const rest = await listDeadLetters(w.context(keeper), {
    limit: 2,
    cursor: first.nextCursor ?? '',
  })
  expect([...first.items, ...rest.items].map((letter) => letter.about['report'])).toEqual([
    'TN-3',
    'TN-2',
    'TN-1',
  ])
  expect(rest.nextCursor).toBeNull()
})

test('only who may replay jobs sees and replays them', async () => {
  const w = await world()
  const an = citizen('0193a000-0000-7000-8000-000000000001')
  await expect(listDeadLetters(w.context(an), { limit: 10 })).rejects.toMatchObject({ code: 'not-permitted' })
  const id = '0193a000-0000-7000-8000-00000000ffff'
  await expect(replayDeadLetter(w.context(an), { id })).rejects.toMatchObject({
    code: 'not-permitted',
  })
})
