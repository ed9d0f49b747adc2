import { expect, test, vi } from 'vitest'
import { world } from '../../tests/world/world.ts'
import type { DomainEvent } from './context.ts'
import { announce, inTransaction } from './context.ts'

test('what was announced in a transaction is told once it has committed, and by no other process sooner', async () => {
  const w = await world()
  const heard: DomainEvent[] = []
  w.live.listen((event) => heard.push(event))
  await w.live.open()
  await inTransaction(w.context(), async (context) => {
    await announce(context, { kind: 'first' })
    await inTransaction(context, (inner) => announce(inner, { kind: 'second' }))
    await w.outside.live.settled()
    expect(heard).toEqual([])
  })
  await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toEqual(['first', 'second']))
})

test('what was rolled back is told to nobody', async () => {
  const w = await world()
  const heard: DomainEvent[] = []
  w.live.listen((event) => heard.push(event))
  await w.live.open()
  const failing = inTransaction(w.context(), async (context) => {
    await announce(context, { kind: 'never' })
    throw new Error('changed its mind')
  })
  await expect(failing).rejects.toThrow('changed its mind')
  await announce(w.context(), { kind: 'after' })
  await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toEqual(['after']))
})

test('many events at once go in a few statements, and none is lost', async () => {
  const w = await world()
  const query = vi.spyOn(w.pool, 'query')
  const heard = new Set<string>()
  w.live.listen((event) => heard.add(event.kind))
  await w.live.open()
  for (let at = 0; at < 200; at += 1) w.outside.live.tell([{ kind: `event-${at}` }])
  await w.outside.live.settled()
  await vi.waitFor(() => expect(heard.size).toBe(200))
  expect(query.mock.calls.length).toBeLessThan(5)
})

test('a database that is away fails nobody who tells', async () => {
  const w = await world()
  const query = vi.spyOn(w.pool, 'query').mockImplementation(() => Promise.reject(new Error('away')))
  w.outside.live.tell([{ kind: 'unheard' }])
  await w.outside.live.settled()
  expect(query).toHaveBeenCalledOnce()
})
