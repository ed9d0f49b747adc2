import { expect, test } from 'vitest'
import { isRefused } from '#platform/pure/refused.ts'
import { communeInAddress, describe as describeRequest, readFiling } from './filing.ts'
import { readRequestQuery, readUpdateRange } from './query.ts'
import { readUpdateStatus } from './status-words.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00+07:00').epochMilliseconds
const day = 86_400_000
const params = (query: string) => {
  const found = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(query)) found.set(name, [...(found.get(name) ?? []), value])
  return found
}
const read = (query: string) => readRequestQuery(params(query), now)
const refusalOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return isRefused(error) ? `${error.code} ${String(error.details['name'])}` : error
  }
}

test('without a word: the last ninety days, newest first, a thousand at most', () => {
  expect(read('')).toMatchObject({
    filed: { fromMs: now - 90 * day, toMs: null },
    sort: ['filed_at', 'desc'],
    limit: 1000,
    offset: 0,
    statuses: null,
  })
})

test.each([
  ['status=open', { statuses: expect.arrayContaining(['submitted', 'reopened']) }],
  ['status=open,closed', { statuses: expect.arrayContaining(['submitted', 'answered', 'closed']) }],
  ['service_code=noise,pollution&service_code=water', { categories: ['noise', 'pollution', 'water'] }],
  ['page=3&page_size=50', { limit: 50, offset: 100 }],
  ['limit=20&offset=40', { limit: 20, offset: 40 }],
  ['page_size=5000', { limit: 1000 }],
  ['page_size=500&extensions=true', { limit: 100, extended: true }],
  ['updated_after=2026-11-01', { filed: { fromMs: null, toMs: null } }],
  ['start_date=2026-11-02T06:37:38%2B07:00', { filed: { fromMs: Date.parse('2026-11-01T23:37:38Z') } }],
  ['start_date=2026-11-02T06:37:38+07:00', { filed: { fromMs: Date.parse('2026-11-01T23:37:38Z') } }],
  ['start_date=2026-11-02', { filed: { fromMs: Date.parse('2026-11-01T17:00:00Z') } }],
  ['bbox=105,21,106,22', { box: [105, 21, 106, 22] }],
  ['q=%E1%BB%95%20g%C3%A0', { words: 'o ga' }],
  ['sort=updated_datetime', { sort: ['updated_at', 'asc'] }],
  ['surprise=1', { limit: 1000 }],
])('reads %s', (query, expected) => {
  expect(read(query)).toMatchObject(expected)
})

test('a point is a box of about 750 m around it', () => {
  const [west = 0, south = 0, east = 0, north = 0] = read('lat=21.592&long=105.844').box ?? []
  expect((north - south) * 111_195).toBeCloseTo(750, 0)
  expect((east - west) * 111_195 * Math.cos((21.592 * Math.PI) / 180)).toBeCloseTo(750, 0)
})

test.each([
  ['status=gone', 'status'],
  ['start_date=yesterday', 'start_date'],
  ['start_date=2026-11-02&end_date=2026-11-01', 'end_date'],
  ['start_date=2026-01-01&end_date=2026-11-01', 'end_date'],
  ['page=0', 'page'],
  ['page=1.5', 'page'],
  ['page_size=x', 'page_size'],
  ['bbox=1,2,3', 'bbox'],
  ['sort=name', 'sort'],
  ['lat=91&long=1', 'lat'],
])('names what is wrong in %s', (query, name) => {
  expect(refusalOf(() => read(query))).toBe(`open311-field-wrong ${name}`)
})

test('half a point is refused by the half that is missing', () => {
  expect(refusalOf(() => read('lat=21.5'))).toBe('open311-field-missing long')
  expect(refusalOf(() => readFiling(params('service_code=noise&long=105')))).toBe('open311-field-missing lat')
  expect(refusalOf(() => readFiling(params('service_code=noise')))).toBe('open311-field-missing lat')
  expect(refusalOf(() => readFiling(params('lat=21&long=105')))).toBe('open311-field-missing service_code')
})

test('a filing is read as clients write it', () => {
  const filing = readFiling(
    params(
      'service_code=noise&lat=21.5&long=105.8&first_name=Nguy%E1%BB%85n&last_name=V%C4%83n+An&deviceid=d1',
    ),
  )
  expect(filing).toMatchObject({ name: 'Nguyễn Văn An', deviceId: 'd1', lat: 21.5, lon: 105.8 })
  expect(readFiling(params('service_code=noise&address_id=05443&first_name=An&last_name=-')).name).toBe('An')
})

test('short words get the name of the category before them', () => {
  expect(describeRequest('Ồn', 'Tiếng ồn, karaoke')).toBe('Tiếng ồn, karaoke: Ồn')
  expect(describeRequest('', 'Tiếng ồn, karaoke')).toBe('Tiếng ồn, karaoke')
  expect(describeRequest('Hát đến nửa đêm', 'Tiếng ồn')).toBe('Hát đến nửa đêm')
})

test('an address names its commune, the longest name first', () => {
  const communes = ['Phú Lương', 'Phú Lương Đông'].map((name) => ({ name, fullName: `Xã ${name}` }))
  expect(communeInAddress('Xóm 3, phu luong dong', communes)?.name).toBe('Phú Lương Đông')
  expect(communeInAddress('Hà Nội', communes)).toBeNull()
})

test.each([
  ['open', 'OPEN'],
  ['In Progress', 'IN_PROGRESS'],
  ['reopen', 'REOPEN'],
  ['gone', null],
])('reads the status %s', (written, status) => {
  expect(readUpdateStatus(written)).toBe(status)
})

test('updates are those of ninety days unless told', () => {
  expect(readUpdateRange(params(''), now)).toEqual({ fromMs: now - 90 * day, toMs: now })
})
