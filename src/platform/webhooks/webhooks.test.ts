import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { expectRefused, fileOne } from '../../../tests/world/report-cast.ts'
import type { TestWorld } from '../../../tests/world/world.ts'
import { officer, world } from '../../../tests/world/world.ts'
import type { Context } from '../context.ts'
import { checkedLookup, mayReach } from './checked-address.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { listWebhookDeliveries } from './list-webhook-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { registerWebhook } from './register-webhook.ts'
import { removeWebhook } from './remove-webhook.ts'
import { replayWebhook } from './replay-webhook.ts'
import { nextDelayMinutes } from './retry-delays.ts'
import { registerWebhookInput } from './webhook-views.ts'

const keeper = officer('ioc', ['manage-webhooks'], '0193a000-0000-7000-8000-00000000000c')
const loopback = { env: { WEBHOOK_NETWORKS: '127.0.0.0/8' } }

interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A program of others on loopback, answering what it is told to. */
async function receiver(statuses: readonly number[], location?: string) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(statuses[got.length - 1] ?? 200, location ? { location } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got }
}

/** Runs the job of the only delivery, as the queue does. */
async function deliver(w: TestWorld): Promise<void> {
  const { items } = await listWebhookDeliveries(w.context(keeper), { limit: 1 })
  await deliverWebhook(w.context(), { id: items[0]?.id ?? '' })
}

const stateOf = async (w: TestWorld) =>
  (await listWebhookDeliveries(w.context(keeper), { limit: 1 })).items[0]

test('an event of a report arrives signed over its time and its raw body, without people and words', async () => {
  const w = await world(loopback)
  const { url, got } = await receiver([200])
  const { secret } = await registerWebhook(w.context(keeper), { url, events: ['report-filed'] })
  const { code, agency } = await fileOne(w)
  const jobs = await w.queue.boss.fetch<{ id: string }>('deliver-webhook', { batchSize: 5 })
  expect(jobs).toHaveLength(1)
  await deliverWebhook(w.context(), { id: jobs[0]?.data.id ?? '' })
  const [{ headers, body } = { headers: {}, body: '' }] = got
  expect(JSON.parse(body)).toEqual({
    type: 'report-filed',
    timestamp: '2026-11-23T09:00:00+07:00',
    data: { code, agency, commune: expect.stringMatching(/^\d{5}$/), into: null },
  })
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(headers['webhook-timestamp']).toBe(String(w.clock.now().epochMilliseconds / 1000))
  expect(await stateOf(w)).toMatchObject({ state: 'delivered', tries: 1, status: 200, error: null })
})

test('only who listens to a kind is told, and nobody of an event that was taken back', async () => {
  const w = await world(loopback)
  const { url } = await receiver([])
  await registerWebhook(w.context(keeper), { url, events: ['report-answered'] })
  await fileOne(w)
  expect((await listWebhookDeliveries(w.context(keeper), { limit: 5 })).items).toEqual([])
})

test('what does not arrive waits longer each time, is given up after a day, and can be replayed', async () => {
  const w = await world(loopback)
  const { url, got } = await receiver(Array.from({ length: 8 }, () => 500))
  await registerWebhook(w.context(keeper), { url, events: [] })
  await fileOne(w)
  const waits: (number | null)[] = []
  for (let at = 0; at < 8; at += 1) {
    await deliver(w)
    const state = await stateOf(w)
    const next = state?.nextAt ? Temporal.Instant.from(state.nextAt) : null
    waits.push(next === null ? null : next.since(w.clock.now()).total('minutes'))
    if (next) w.clock.set(next)
  }
  expect(waits).toEqual([1, 5, 15, 60, 180, 480, 1440, null])
  expect(await stateOf(w)).toMatchObject({ state: 'given-up', status: 500, error: 'HTTP 500', tries: 8 })
  await replayWebhook(w.context(keeper), { id: (await stateOf(w))?.id ?? '' })
  await deliver(w)
  expect(await stateOf(w)).toMatchObject({ state: 'delivered', tries: 1 })
  expect(new Set(got.map((one) => one.headers['webhook-id'])).size).toBe(1)
  expect(new Set(got.map((one) => one.headers['webhook-signature'])).size).toBeGreaterThan(1)
})

test('a redirect is not followed', async () => {
  const w = await world(loopback)
  const other = await receiver([200])
  const { url } = await receiver([307], other.url)
  await registerWebhook(w.context(keeper), { url, events: [] })
  await fileOne(w)
  await deliver(w)
  expect([(await stateOf(w))?.error, other.got]).toEqual(['HTTP 307', []])
})

test('nothing goes into a private network, by address or by a name that leads there', async () => {
  const w = await world()
  const { url, got } = await receiver([200])
  await expectRefused(registerWebhook(w.context(keeper), { url, events: [] }), 'webhook-address-refused')
  await registerWebhook(w.context(keeper), { url: url.replace('127.0.0.1', 'localhost'), events: [] })
  await fileOne(w)
  await deliver(w)
  expect(await stateOf(w)).toMatchObject({ state: 'waiting', error: 'localhost is not a public address' })
  expect(got).toEqual([])
})

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.0.0.1', false],
  ['172.16.3.4', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['::7f00:1', false],
  ['::ffff:0:7f00:1', false],
  ['1000::1', false],
  ['2606:4700::1111', true],
  ['localhost', false],
])('%s may be reached: %s', (address, expected) => {
  expect(mayReach(address, [])).toBe(expected)
})

test('operators may allow a network of their own', () => {
  expect([mayReach('10.1.2.3', ['10.1.0.0/16']), mayReach('10.2.2.3', ['10.1.0.0/16', 'fd00::/8'])]).toEqual([
    true,
    false,
  ])
})

test('a name with one private address is refused whole, and the connection gets the checked address', async () => {
  const ask = (addresses: { address: string; family: number }[]) =>
    new Promise((resolve) => {
      checkedLookup([], (_host, done) => done(null, addresses))('x.example', { all: true }, (error, found) =>
        resolve(error?.message ?? found),
      )
    })
  const good = { address: '8.8.8.8', family: 4 }
  expect(await ask([good])).toEqual([good])
  expect(await ask([good, { address: '10.0.0.1', family: 4 }])).toBe('x.example is not a public address')
  expect(await ask([])).toBe('x.example is not a public address')
})

test('an address that was taken away is told nothing more', async () => {
  const w = await world(loopback)
  const { url, got } = await receiver([200])
  const { id } = await registerWebhook(w.context(keeper), { url, events: [] })
  await fileOne(w)
  await removeWebhook(w.context(keeper), { id })
  await deliver(w)
  expect([got, (await stateOf(w))?.state]).toEqual([[], 'given-up'])
  expect((await listWebhooks(w.context(keeper))).items).toEqual([])
  await expectRefused(removeWebhook(w.context(keeper), { id }), 'not-found')
  await expectRefused(
    registerWebhook(w.context(officer('ioc', [], id)), { url, events: [] }),
    'not-permitted',
  )
})

test('a program that never answers keeps nobody else waiting', async () => {
  const w = await world(loopback)
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    silent.closeAllConnections()
    silent.close()
  })
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/hook`
  await registerWebhook(w.context(keeper), { url, events: [] })
  const other = await receiver([])
  await registerWebhook(w.context(keeper), { url: other.url, events: [] })
  for (let at = 0; at < 4; at += 1) await fileOne(w)
  await w.queue.work(() => w.context() as unknown as Context<unknown>)
  await vi.waitFor(() => expect(other.got).toHaveLength(4), { timeout: 10_000, interval: 100 })
  silent.closeAllConnections()
})

test('an address is one word without control characters', () => {
  for (const url of ['http://x.example/a\0b', 'https://x.example/a b'])
    expect(registerWebhookInput.safeParse({ url }).success).toBe(false)
  expect(registerWebhookInput.safeParse({ url: 'https://x.example/a?b=c' }).success).toBe(true)
})

test('the waits go from a minute to a day', () => {
  expect([nextDelayMinutes(1), nextDelayMinutes(7), nextDelayMinutes(8)]).toEqual([1, 1440, null])
})
