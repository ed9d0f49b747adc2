import { expect, test } from 'vitest'
import { makeApi } from '#main/server.ts'
import { world } from '../../../tests/world/world.ts'

test('a stranger listens to a report by its code, and to nothing of the desk by any name', async () => {
  const api = makeApi(await world())
  const ask = async (topic: string) => {
    const leave = new AbortController()
    const address = `http://localhost:3000/live?topic=${encodeURIComponent(topic)}`
    const { status, body } = await api.fetch(new Request(address, { signal: leave.signal }))
    leave.abort()
    await body?.cancel()
    return status
  }
  expect(await ask('report:TN-7K4M2Q9P')).toBe(200)
  expect(await ask('desk')).toBe(403)
  expect(await ask('desk:TN-7K4M2Q9P')).toBe(403)
  expect(await ask(':TN-7K4M2Q9P')).toBe(403)
})
