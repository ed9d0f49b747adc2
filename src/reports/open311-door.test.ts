import { expect, test } from 'vitest'
import { door, filed, home } from '../../tests/world/open311-cast.ts'
import { answeredOne, benOanh, fileOne, words } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'

test('discovery names a production and a test endpoint, in both forms', async () => {
  const { ask } = await door(await world())
  const { status, body, type } = await ask('discovery.json')
  expect([status, type]).toEqual([200, 'application/json; charset=utf-8'])
  expect(body).toMatchObject({
    changeset: expect.stringMatching(/\+07:00$/),
    contact: expect.any(String),
    key_service: expect.any(String),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${home}/open311/v2`,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
      { url: `${home}/open311/test/v2`, type: 'test' },
    ],
  })
  const inXml = await ask('discovery.xml')
  expect(inXml.type).toBe('text/xml; charset=utf-8')
  expect(inXml.text).toContain(
    '<formats><format>text/xml</format><format>application/json</format></formats>',
  )
})

test('the services are our categories, each with its definition', async () => {
  const { ask } = await door(await world())
  const { body } = await ask('v2/services.json')
  expect(body).toContainEqual({
    service_code: 'noise',
    service_name: 'Tiếng ồn, karaoke',
    description: 'Tiếng ồn, karaoke',
    metadata: false,
    type: 'realtime',
    keywords: 'Tiếng ồn,karaoke',
    group: 'order',
  })
  const inXml = (await ask('v2/services.xml')).body as { services: { service: { service_code: string }[] } }
  const codes = (body as { service_code: string }[]).map((service) => service.service_code)
  expect(inXml.services.service.map((service) => service.service_code)).toEqual(codes)
  const english = await ask('v2/services.json?langcode=en')
  expect(english.text).toContain('Noise')
  expect((await ask('v2/services/noise.json')).body).toEqual({ service_code: 'noise', attributes: [] })
  expect((await ask('v2/services/gone.json')).status).toBe(404)
})

test('the list keeps out what is hidden, masks, and filters', async () => {
  const w = await world()
  const { post, ask } = await door(w)
  const open = await filed(post)
  const done = (await answeredOne(w, { text: `${words} Hỏi 0912345678.` })).code
  const secret = await fileOne(w, { category: 'corruption' }).catch(() => null)
  const codes = async (query: string) =>
    ((await ask(`v2/requests.json?${query}`)).body as { service_request_id: string }[])
      .map((one) => one.service_request_id)
      .filter((code) => code !== secret?.code)
      .sort()
  expect(await codes('')).toEqual([open, done].sort())
  expect(await codes('status=closed')).toEqual([done])
  expect(await codes('status=open')).toEqual([open])
  expect(await codes('service_code=noise')).toEqual([])
  expect(await codes('q=o+ga+ben+oanh')).toEqual([open, done].sort())
  expect(await codes(`lat=${benOanh.lat}&long=${benOanh.lon}`)).toEqual([open, done].sort())
  expect(await codes('lat=21.9&long=105.9')).toEqual([])
  expect(await codes(`service_request_id=${open},${done}&status=closed`)).toEqual([open, done].sort())
  expect((await codes('page_size=1&page=1')).concat(await codes('page_size=1&page=2')).sort()).toEqual(
    [open, done].sort(),
  )
  const [answered] = (await ask(`v2/requests/${done}.json?extensions=true`)).body as [Record<string, unknown>]
  expect(answered).toMatchObject({ status: 'closed', status_notes: 'Đã vá xong đoạn này.' })
  expect(JSON.stringify(answered)).not.toContain('912345678')
  expect(JSON.stringify(answered['notes'])).toContain('IN_PROGRESS')
})
