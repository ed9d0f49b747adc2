import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '../../tests/world/world.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { findCommune } from './find-commune.ts'
import { listAgencies } from './list-agencies.ts'
import { loadCalendar } from './load-calendar.ts'
import { locatePlace } from './locate-place.ts'
import { searchCommunes } from './search-communes.ts'

let w: TestWorld
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const search = (q: string) => searchCommunes(w.context(passerBy), { q, limit: 20 })

describe('searching communes', () => {
  it.each([
    ['without accents', 'phan dinh phung', 'Phan Đình Phùng'],
    ['with them', 'Phan Đình Phùng', 'Phan Đình Phùng'],
    ['with the kind before it', 'phường Gia Sàng', 'Gia Sàng'],
    ['in another tone position', 'Điềm Thuỵ', 'Điềm Thụy'],
    ['with a typing error', 'phan dinh pung', 'Phan Đình Phùng'],
    ['by the beginning', 'phan di', 'Phan Đình Phùng'],
    ['decomposed', 'Phan Đình Phùng'.normalize('NFD'), 'Phan Đình Phùng'],
  ])('%s', async (_how, q, name) => {
    expect((await search(q)).items[0]).toMatchObject({ name, matched: null })
  })

  it('by a former name says what it was', async () => {
    const [first] = (await search('trung vuong')).items
    expect(first).toMatchObject({
      name: 'Phan Đình Phùng',
      kind: 'phường',
      matched: { name: 'Phường Trưng Vương', codeSystem: 'gso-2024', code: '05443' },
    })
  })

  it('takes a name that begins like a kind as it is', async () => {
    const [first] = (await search('Phương Viên')).items
    expect(first).toMatchObject({ matched: { name: 'Xã Phương Viên' } })
  })

  it('gives what only resembles the words when nothing else is found', async () => {
    expect((await search('phan dinh phung')).items).toHaveLength(1)
    const names = (await search('kimlu')).items.map((commune) => commune.matched?.name)
    expect(names).toContain('Xã Kim Lư')
  })

  it('goes on where the page before ended', async () => {
    const first = await searchCommunes(w.context(passerBy), { limit: 50 })
    const cursor = first.nextCursor ?? undefined
    const second = await searchCommunes(w.context(passerBy), { limit: 50, cursor })
    expect(new Set([...first.items, ...second.items].map((commune) => commune.code)).size).toBe(92)
    expect(second.nextCursor).toBeNull()
  })

  it('shows both Văn Lang and Văn Lăng', async () => {
    const names = (await search('van lang')).items.map((commune) => commune.name)
    expect(names.slice(0, 2).sort()).toEqual(['Văn Lang', 'Văn Lăng'])
  })

  it('never takes an old code for a new one', async () => {
    const { items } = await search('05467')
    expect(items).toContainEqual(expect.objectContaining({ code: '05467', name: 'Gia Sàng', matched: null }))
    const old = items.filter((commune) => commune.matched?.code === '05467')
    expect(old.map((commune) => commune.name).sort()).toEqual(['Gia Sàng', 'Tích Lương'])
    expect(
      old.every((commune) => commune.matched?.name === 'Phường Cam Giá' && commune.matched.partial),
    ).toBe(true)
  })

  it('gives all 92 in Vietnamese order without words', async () => {
    const { items } = await searchCommunes(w.context(passerBy), { limit: 200 })
    expect(items).toHaveLength(92)
    const names = items.map((commune) => commune.name)
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
  })

  it('finds nothing for nonsense, and takes percent signs as they are', async () => {
    expect((await search('qqqqwwww')).items).toEqual([])
    expect((await search('%%%')).items.length).toBe(20)
  })
})

describe('one commune', () => {
  it('knows what it was made of and who works there', async () => {
    const commune = await findCommune(w.context(passerBy), { slug: 'gia-sang' })
    expect(commune.formerUnits.map((unit) => unit.partial)).toContain(true)
    expect(commune.agencies.map((agency) => agency.name)).toEqual([
      'UBND phường Gia Sàng',
      'Công an phường Gia Sàng',
    ])
  })

  it('is refused when there is none', async () => {
    await expect(findCommune(w.context(passerBy), { code: '99999' })).rejects.toMatchObject({
      code: 'commune-not-found',
    })
  })
})

describe('locating a point without boundaries', () => {
  it('finds each commune at its own centre, by the nearest', async () => {
    const { items } = await searchCommunes(w.context(passerBy), { limit: 200 })
    for (const commune of items) {
      const found = await locatePlace(w.context(passerBy), { lat: commune.lat, lon: commune.lon })
      expect(found).toMatchObject({
        how: 'nearest',
        commune: { code: commune.code, codeSystem: 'gso-2025-07' },
      })
    }
  })

  it('refuses Hà Nội', async () => {
    const found = locatePlace(w.context(passerBy), { lat: 21.03, lon: 105.85 })
    await expect(found).rejects.toMatchObject({ code: 'outside-province', status: 422 })
  })
})

describe('agencies', () => {
  it('are listed page by page, each once', async () => {
    const codes: string[] = []
    let cursor: string | undefined
    do {
      const page = await listAgencies(w.context(passerBy), { limit: 50, cursor })
      codes.push(...page.items.map((agency) => agency.code))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(codes.length).toBe(22 + 2 * 92)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('have calendars: the control room around the clock, a commune in office hours without unconfirmed days', async () => {
    expect(await loadCalendar(w.context(passerBy), { agency: 'ioc' })).toMatchObject({ roundTheClock: true })
    const commune = await loadCalendar(w.context(passerBy), { agency: 'ubnd-05467' })
    expect(commune.daysOff.has('2026-02-17')).toBe(true)
    expect(commune.daysOff.has('2026-11-24')).toBe(false)
    expect(commune.workedDays.has('2026-08-22')).toBe(true)
  })
})
