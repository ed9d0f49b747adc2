import { expect, test, vi } from 'vitest'
import { citizen, passerBy, world } from '../../../tests/world/world.ts'
import { limitWrite, networkOf } from './limit-write.ts'
import { limits } from './limits.ts'
import { makeRateLimits } from './rate-limits.server.ts'

const secret = 'a secret of this test'

test('the next after the last allowed is refused with the seconds to wait; others are not', async () => {
  const w = await world()
  const counted = makeRateLimits({ pool: w.pool, secret, on: true })
  for (let at = 0; at < limits['code-by-phone'].points; at += 1)
    await counted.count('code-by-phone', '+84912345678')
  const over = await counted.count('code-by-phone', '+84912345678').catch((error: unknown) => error)
  expect(over).toMatchObject({ code: 'too-many-requests', status: 429 })
  expect(over).toHaveProperty('details.retryAfterSeconds', expect.any(Number))
  await counted.count('code-by-phone', '+84912345679')
  await counted.count('code-guess', '+84912345678')
})

test('who is over stays over, however often they try', async () => {
  const w = await world()
  const counted = makeRateLimits({ pool: w.pool, secret, on: true })
  for (let at = 0; at < limits['code-guess'].points; at += 1) await counted.count('code-guess', 'an')
  for (let at = 0; at < 20; at += 1)
    await expect(counted.count('code-guess', 'an')).rejects.toMatchObject({
      code: 'too-many-requests',
      details: { retryAfterSeconds: expect.any(Number) },
    })
  const other = makeRateLimits({ pool: w.pool, secret, on: true })
  for (let at = 0; at < 5; at += 1)
    await expect(other.count('code-guess', 'an')).rejects.toMatchObject({ code: 'too-many-requests' })
})

test('two processes count together, and a success forgives', async () => {
  const w = await world()
  const [one, two] = [1, 2].map(() => makeRateLimits({ pool: w.pool, secret, on: true }))
  for (let at = 0; at < limits['code-guess'].points; at += 1)
    await (at % 2 ? one : two)?.count('code-guess', 'an')
  await expect(two?.count('code-guess', 'an')).rejects.toMatchObject({
    code: 'too-many-requests',
  })
  await one?.forgive('code-guess', 'an')
  await one?.count('code-guess', 'an')
})

test('the table holds no address and no phone number', async () => {
  const w = await world()
  const counted = makeRateLimits({ pool: w.pool, secret, on: true })
  await counted.count('sign-in-address', '203.0.113.7')
  const { rows } = await w.pool.query<{ key: string }>('select key from rate_limits')
  expect(rows).toEqual([{ key: expect.stringMatching(/^sign-in-address:[\w-]{43}$/) }])
})

test('while the database is away each process counts for itself', async () => {
  const w = await world()
  const query = vi.spyOn(w.pool, 'query').mockImplementation(() => Promise.reject(new Error('away')))
  const counted = makeRateLimits({ pool: w.pool, secret, on: true })
  for (let at = 0; at < limits['code-guess'].points; at += 1) await counted.count('code-guess', 'an')
  await expect(counted.count('code-guess', 'an')).rejects.toMatchObject({
    code: 'too-many-requests',
  })
  query.mockRestore()
})

test('switched off, nothing is counted', async () => {
  const w = await world()
  const counted = makeRateLimits({ pool: w.pool, secret, on: false })
  for (let at = 0; at < 50; at += 1) await counted.count('code-guess', 'an')
  await counted.forgive('code-guess', 'an')
})

test('writes of strangers are counted by address, of people by who they are, of the platform not at all', async () => {
  const w = await world()
  const counted: string[][] = []
  const outside = {
    ...w.outside,
    limits: {
      ...w.outside.limits,
      count: async (...args: string[]) => void counted.push(args),
    },
  }
  await limitWrite({ actor: passerBy, outside }, '2001:db8:0:1:aaaa::1')
  await limitWrite({ actor: citizen('person-1'), outside }, '203.0.113.7')
  await limitWrite({ actor: { ...passerBy, kind: 'system' }, outside }, '203.0.113.7')
  expect(counted).toEqual([
    ['anonymous-write', '2001:db8:0:1'],
    ['signed-in-write', 'person-1'],
  ])
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
