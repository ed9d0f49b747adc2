import { describe, expect, it } from 'vitest'
import { world } from '../../tests/world/world.ts'
import { once, sweepIdempotencyKeys } from './once.server.ts'
import { refusePlatform } from './pure/platform-refusals.ts'

const key = { scope: 'somebody', key: 'k-1', request: { text: 'a' } }

describe('a write with a key', () => {
  it('runs once and answers the same again', async () => {
    const w = await world()
    let runs = 0
    const run = async () => ({ status: 201, answer: { run: (runs += 1) } })
    const first = await once(w.context(), key, run)
    const second = await once(w.context(), { ...key, request: { text: 'a' } }, run)
    expect(first).toEqual({ status: 201, answer: { run: 1 }, repeated: false })
    expect(second).toEqual({ status: 201, answer: { run: 1 }, repeated: true })
  })

  it('is refused with another request', async () => {
    const w = await world()
    await once(w.context(), key, async () => ({ status: 200, answer: 1 }))
    const other = once(w.context(), { ...key, request: { text: 'b' } }, async () => ({
      status: 200,
      answer: 2,
    }))
    await expect(other).rejects.toMatchObject({ code: 'key-used-for-another-request', status: 409 })
  })

  it('belongs to one person', async () => {
    const w = await world()
    await once(w.context(), key, async () => ({ status: 200, answer: 1 }))
    const other = await once(w.context(), { ...key, scope: 'another' }, async () => ({
      status: 200,
      answer: 2,
    }))
    expect(other.answer).toBe(2)
  })

  it('leaves nothing behind when it was refused, so it can be corrected and sent again', async () => {
    const w = await world()
    const refused = once(w.context(), key, async () => {
      throw refusePlatform('input-invalid')
    })
    await expect(refused).rejects.toMatchObject({ code: 'input-invalid' })
    const again = await once(w.context(), { ...key, request: { text: 'c' } }, async () => ({
      status: 200,
      answer: 3,
    }))
    expect(again.answer).toBe(3)
  })

  it('runs once when twenty arrive at the same moment', async () => {
    const w = await world()
    let runs = 0
    const run = async () => ({ status: 201, answer: { run: (runs += 1) } })
    const all = await Promise.all(Array.from({ length: 20 }, () => once(w.context(), key, run)))
    expect(runs).toBe(1)
    expect(new Set(all.map((one) => JSON.stringify(one.answer)))).toEqual(new Set(['{"run":1}']))
  })

  it('is kept for 30 days, and then forgotten', async () => {
    const w = await world()
    let runs = 0
    const send = () =>
      once(w.context(), { scope: 'an', key: 'k', request: 1 }, async () => ({ status: 201, answer: ++runs }))
    await send()
    w.clock.advance({ hours: 30 * 24 - 1 })
    await sweepIdempotencyKeys(w.context())
    expect(await send()).toMatchObject({ answer: 1, repeated: true })
    w.clock.advance({ hours: 2 })
    await sweepIdempotencyKeys(w.context())
    expect(await send()).toMatchObject({ answer: 2, repeated: false })
  })
})
