import { expect, test } from 'vitest'
import { makeApi } from '#main/server.ts'
import { limits } from '#platform/rate-limit/limits.ts'
import { door, filing, home } from '../../tests/world/open311-cast.ts'
import { fileOne, words } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'

test('what finds nothing is an empty list, and what cannot be read is named; nothing is a bug', async () => {
  const w = await world()
  const { ask } = await door(w)
  await fileOne(w)
  for (const query of ['service_request_id=abc', 'service_code=nowhere', 'group_filter=x'])
    expect([query, await ask(`v2/requests.json?${query}`)]).toMatchObject([query, { status: 200, body: [] }])
  const far = '-271821-04-20T00:00:00Z'
  for (const query of [
    'sort=toString',
    'sort=__proto__',
    `start_date=${far}`,
    `end_date=${far}`,
    `updated_after=${far}`,
    'start_date=%2B275760-09-13T00:00:00Z',
  ])
    expect([query, (await ask(`v2/requests.json?${query}`)).status]).toEqual([query, 400])
  expect((await ask(`v2/servicerequestupdates.json?end_date=${far}`)).status).toBe(400)
  for (const path of ['tokens/%00.json', 'requests/%00.json', 'services/%01.json'])
    expect([path, (await ask(`v2/${path}`)).status]).toEqual([path, 404])
})

test('letters that no text may hold are taken for blanks, wherever a partner writes them', async () => {
  const { post } = await door(await world())
  const strange = { first_name: 'A\0n', account_id: 'x\0y', device_id: '\u0001', phone: '0912345678' }
  const { status, body } = await post('v2/requests.json', { ...filing, ...strange })
  expect([status, body[0]?.['account_id']]).toEqual([200, 'x y'])
  const code = String(body[0]?.['service_request_id'])
  const update = { service_request_id: code, status: 'OPEN', description: 'a\0b', update_id: '1\0' }
  expect((await post('v2/servicerequestupdates.json', update)).status).toBe(200)
})

test('a form of nothing but fields is refused before it takes long', async () => {
  const { ask } = await door(await world())
  const started = performance.now()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const send = (body: string) => ask('v2/requests.json', { method: 'POST', headers, body })
  expect((await send('a&'.repeat(100_000))).status).toBe(400)
  expect((await send('a&'.repeat(1_000_000))).status).toBe(400)
  const many = new FormData()
  for (let at = 0; at < 5000; at += 1) many.append('a', 'b')
  expect((await ask('v2/requests.json', { method: 'POST', body: many })).status).toBe(400)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('nobody hears of what was only tried out', async () => {
  const w = await world()
  const { post } = await door(w)
  const told: object[] = []
  const { live } = w.outside
  const tell = live.tell
  live.tell = (events) => void told.push(...events)
  expect((await post('test/v2/requests.json', filing)).status).toBe(200)
  expect(told).toEqual([])
  expect((await post('v2/requests.json', filing)).status).toBe(200)
  expect(told).toMatchObject([{ kind: 'report-filed' }])
  live.tell = tell
})

test('who asks without end waits, before what was sent is read; so does who wants proposals', async () => {
  const w = await world({ env: { RATE_LIMITS: 'true' } })
  const { ask } = await door(w)
  for (const name of ['open311', 'dear-question'] as const)
    await Promise.all(
      Array.from({ length: limits[name].points }, () => w.outside.limits.count(name, 'unknown')),
    )
  expect((await ask('v2/services.json')).status).toBe(429)
  const body = new ReadableStream({ pull: () => expect.unreachable('it is read') }, { highWaterMark: 0 })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  expect((await ask('v2/requests.json', init)).status).toBe(429)
  const asked = await makeApi(w).request(`${home}/api/v1/reports/proposals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: words }),
  })
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([429, expect.any(String)])
})
