import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeApi } from '#main/server.ts'
import { makePhoto } from '../../tests/samples/make-photo.ts'
import { door, filed, filing, keeper, home } from '../../tests/world/open311-cast.ts'
import type { Fields } from '../../tests/world/open311-cast.ts'
import { benOanh, deskOf, expectRefused, inWork, seen, words } from '../../tests/world/report-cast.ts'
import { officer, world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { askForMore } from './ask-for-more.ts'
import { answerReport } from './answer-report.ts'
import { issueOpen311Key } from './issue-open311-key.ts'
import { listOpen311Keys } from './list-open311-keys.ts'
import { revealContact } from './reveal-contact.ts'
import { revokeOpen311Key } from './revoke-open311-key.ts'
import { startReport } from './start-report.ts'

test('a partner files a report that everybody finds, and its token leads to it', async () => {
  const w = await world()
  const { post, ask, id } = await door(w)
  const answer = await post('v2/requests.json', { ...filing, extensions: 'true', account_id: 'an' })
  const [{ service_request_id: code, token, ...rest }] = answer.body as [Record<string, string>]
  expect([code, rest]).toEqual([expect.stringMatching(/^TN-/), { service_notice: null, account_id: 'an' }])
  const [request] = (await ask(`v2/requests/${code}.json`)).body as [object]
  expect(request).toEqual({
    service_request_id: code,
    status: 'open',
    status_notes: null,
    service_name: expect.any(String),
    service_code: 'pavement-encroachment',
    description: words,
    agency_responsible: expect.any(String),
    service_notice: null,
    requested_datetime: expect.stringMatching(/\+07:00$/),
    updated_datetime: expect.stringMatching(/\+07:00$/),
    expected_datetime: expect.stringMatching(/\+07:00$/),
    address: expect.any(String),
    address_id: expect.stringMatching(/^\d{5}$/),
    zipcode: null,
    lat: benOanh.lat,
    long: benOanh.lon,
    media_url: null,
  })
  const found = (await ask(`v2/tokens/${token}.xml`)).body as { service_requests: { request: object[] } }
  expect(found.service_requests.request).toEqual([{ service_request_id: code, token }])
  expect((await ask('v2/tokens/t-gone.xml')).status).toBe(404)
  expect((await seen(w.context(), code ?? '')).desk?.channel).toBe('open311')
  expect((await listOpen311Keys(w.context(keeper), { limit: 10 })).items).toMatchObject([{ id, filed: 1 }])
})

test('who told it lies sealed, and strangers never see it', async () => {
  const w = await world()
  const { post, ask } = await door(w)
  const code = await filed(post, {
    first_name: 'Nguyễn',
    last_name: 'Văn An',
    phone: '0912 345 678',
    description: `${words} Gọi tôi 0912345678.`,
  })
  const everything = (await ask('v2/requests.json?extensions=true')).text
  expect(everything).toContain(code)
  expect(everything).not.toMatch(/Nguyễn|912|345678/)
  const agency = (await seen(w.context(), code)).agency.code
  const contact = await revealContact(deskOf(w, agency), { code, reason: 'Cần gọi hỏi chỗ hỏng' })
  expect(contact).toEqual({ name: 'Nguyễn Văn An', phone: '+84912345678' })
})

test('the same key of a request files it once; other devices and partners have keys of their own', async () => {
  const { post } = await door(await world())
  const key = randomUUID()
  const send = (device: string) => filed(post, { idempotency_key: key, device_id: device })
  const first = await send('a')
  expect([await send('a'), (await send('b')) === first]).toEqual([first, false])
})

test('a photo comes along, shown once intake took the report', async () => {
  const w = await world()
  const { key, ask } = await door(w)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...filing, api_key: key })) body.append(name, value)
  body.append('media', new Blob([new Uint8Array(await makePhoto())]), 'a.jpg')
  const answer = await ask('v2/requests.json', { method: 'POST', body })
  const [{ service_request_id: code }] = answer.body as [{ service_request_id: string }]
  const urlOf = async () =>
    ((await ask(`v2/requests/${code}.json`)).body as [{ media_url: string | null }])[0].media_url
  expect(await urlOf()).toBeNull()
  const agency = (await seen(w.context(), code)).agency.code
  await acceptReport(deskOf(w, agency), { code })
  const url = await urlOf()
  expect(url).toMatch(new RegExp(`^${home}/files/`))
  const photo = await makeApi(w).fetch(new Request(url ?? ''))
  expect(photo.status).toBe(200)
  await photo.bytes()
})

test.each([
  ['no key', { api_key: '' }, 403],
  ['a wrong key', { api_key: 'tn311_wrong' }, 403],
  ['no service', { service_code: '' }, 400],
  ['an unknown service', { service_code: 'gone' }, 404],
  ['no place', { lat: '', long: '' }, 400],
  ['half a place', { long: '' }, 400],
  ['a place elsewhere', { lat: '10.7', long: '106.7' }, 400],
  ['an address nowhere', { lat: '', long: '', address_string: 'Hà Nội' }, 400],
  ['an unknown commune', { lat: '', long: '', address_id: '00001' }, 400],
  ['too many words', { description: 'x'.repeat(4001) }, 400],
  ['another place', { jurisdiction_id: 'hanoi.example' }, 404],
  ['a wrong media address', { media_url: 'javascript:1' }, 400],
])('refuses %s in the form that was asked', async (_name, fields, status) => {
  const { post } = await door(await world())
  const json = await post('v2/requests.json', { ...filing, ...fields })
  expect([json.status, json.body]).toEqual([
    status,
    [{ code: status, description: expect.stringMatching(/\S/) }],
  ])
  const inXml = await post('v2/requests.xml', { ...filing, ...fields })
  expect([inXml.status, inXml.body]).toMatchObject([
    status,
    { errors: { error: [{ code: String(status) }] } },
  ])
})

test.each([
  'v2/gone.json',
  'gone.json',
  'v3/services.json',
  'v2/services',
  'v2/requests/%ff.json',
  'v2/requests/TN-GONE.json',
])('answers 404 for %s in the form that was asked', async (path) => {
  const { status, body } = await (await door(await world())).ask(path)
  expect(status).toBe(404)
  expect(JSON.stringify(body)).toContain('404')
})

test('a revoked key files nothing more', async () => {
  const w = await world()
  const { id, post } = await door(w)
  await revokeOpen311Key(w.context(keeper), { id })
  expect((await post('v2/requests.json', filing)).status).toBe(403)
  await expectRefused(revokeOpen311Key(w.context(keeper), { id: randomUUID() }), 'open311-key-not-found')
  await expectRefused(issueOpen311Key(w.context(officer('ioc', [], id)), { name: 'x' }), 'not-permitted')
})

test('the test endpoint checks everything and keeps nothing', async () => {
  const { post, ask } = await door(await world())
  const { status, body } = await post('test/v2/requests.json', filing)
  expect([status, body]).toEqual([200, [expect.objectContaining({ service_request_id: expect.any(String) })]])
  expect((await post('test/v2/requests.json', { ...filing, service_code: 'gone' })).status).toBe(404)
  expect((await ask('v2/requests.json')).body).toEqual([])
})

test('what happened is told as updates, and the partner answers for its reporter', async () => {
  const w = await world()
  const { post, ask } = await door(w)
  const code = await filed(post)
  const agency = (await seen(w.context(), code)).agency.code
  const desk = deskOf(w, agency)
  await askForMore(desk, { code, text: 'Chỗ hỏng nằm trước số nhà nào?' })
  const say = (fields: Fields) =>
    post('v2/servicerequestupdates.json', { service_request_id: code, status: 'OPEN', ...fields })
  const first = await say({ description: 'Trước số nhà 12.', update_id: 'u1' })
  const again = await say({ description: 'Trước số nhà 12.', update_id: 'u1' })
  expect([first.status, again.body]).toEqual([200, first.body])
  expect((await seen(w.context(), code)).status).toBe('submitted')
  await acceptReport(desk, { code })
  await startReport(desk, { code, mine: true })
  await answerReport(desk, { code, ending: 'explained', text: 'Đã vá xong đoạn này.', photos: [] })
  await say({ status: 'REOPEN', description: 'Vẫn còn lấn chiếm như cũ.', update_id: 'u2' })
  expect((await seen(w.context(), code)).status).toBe('reopened')
  w.clock.advance({ minutes: 1 })
  const updates = (await ask('v2/servicerequestupdates.json?start_date=2026-11-01&end_date=2026-11-30'))
    .body as { status: string; service_request_id: string; description: string | null }[]
  expect(updates.map((update) => update.status).sort()).toEqual([
    'INVESTIGATING',
    'INVESTIGATING',
    'INVESTIGATING',
    'IN_PROGRESS',
    'NO_FURTHER_ACTION',
    'OPEN',
  ])
  expect(updates.find((update) => update.status === 'NO_FURTHER_ACTION')?.description).toBe(
    'Đã vá xong đoạn này.',
  )
  expect(JSON.stringify(updates)).not.toContain('số nhà 12')
})

test('a partner cannot speak for reports that others filed', async () => {
  const w = await world()
  const { post } = await door(w)
  const { code } = await inWork(w)
  const said = await post('v2/servicerequestupdates.xml', { service_request_id: code, status: 'CANCELLED' })
  expect(said.status).toBe(404)
  const own = await filed(post)
  const gone = await post('v2/servicerequestupdates.xml', { service_request_id: own, status: 'CANCELLED' })
  expect([gone.status, (await seen(w.context(), own)).status]).toEqual([200, 'withdrawn'])
})
