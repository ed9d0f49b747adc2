import { XMLParser } from 'fast-xml-parser'
import { expect } from 'vitest'
import { makeApi } from '#main/server.ts'
import { issueOpen311Key } from '#reports/issue-open311-key.ts'
import { benOanh, words } from './report-cast.ts'
import type { TestWorld } from './world.ts'
import { officer } from './world.ts'

/** Where the program answers. */
export const home = 'http://localhost:3000'
/** An administrator who issues and revokes keys. */
export const keeper = officer('ioc', ['manage-open311'], '0193a000-0000-7000-8000-00000000000b')
const xml = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ['request', 'error', 'service'].includes(name),
})

/** What a partner sends; a name may come more than once. */
export type Fields = Record<string, string | readonly string[]>

/** The door of Open311 with a partner's key: asks, and posts with that key. */
export async function door(w: TestWorld) {
  const api = makeApi(w)
  const { id, key } = await issueOpen311Key(w.context(keeper), { name: 'Ứng dụng đối tác' })
  const ask = async (path: string, init?: RequestInit) => {
    const response = await api.fetch(new Request(`${home}/open311/${path}`, init))
    const text = await response.text()
    const body = (path.includes('.json') ? JSON.parse(text) : xml.parse(text)) as never
    return { status: response.status, body, type: response.headers.get('content-type'), text }
  }
  const post = (path: string, fields: Fields, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ api_key: key, ...fields }))
      for (const one of [value].flat()) body.append(name, one)
    return ask(path, { method: 'POST', body, headers })
  }
  return { id, key, ask, post }
}

/** A filing that is taken. */
export const filing = {
  service_code: 'pavement-encroachment',
  lat: String(benOanh.lat),
  long: String(benOanh.lon),
  description: words,
}

/** Files a report as a partner and tells its code. */
export async function filed(
  post: Awaited<ReturnType<typeof door>>['post'],
  fields: Fields = {},
): Promise<string> {
  const { status, body } = await post('v2/requests.json', { ...filing, ...fields })
  expect([status, body]).toEqual([200, [expect.objectContaining({ service_request_id: expect.any(String) })]])
  return (body as [{ service_request_id: string }])[0].service_request_id
}
