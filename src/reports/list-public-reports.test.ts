import { expect, test } from 'vitest'
import { answeredOne, fileOne, inWork } from '../../tests/world/report-cast.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { listPublicReports } from './list-public-reports.ts'
import { listPublicReportsInput } from './rules/inputs.ts'
import { withdrawReport } from './withdraw-report.ts'

test('newest first, page by page, without what was withdrawn', async () => {
  const w = await world()
  const codes: string[] = []
  for (let at = 0; at < 5; at += 1) {
    codes.unshift((await fileOne(w)).code)
    w.clock.advance({ minutes: at === 2 ? 0 : 1 })
  }
  const gone = await fileOne(w)
  await withdrawReport(gone.me, { code: gone.code })
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listPublicReports(
      w.context(passerBy),
      listPublicReportsInput.parse({ limit: 2, cursor }),
    )
    found.push(...page.items.map((item) => item.code))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(found).toEqual(codes)
})

test('by commune, category, state, words and box', async () => {
  const w = await world()
  const here = await inWork(w)
  const done = await answeredOne(w, { category: 'road-damage', text: 'Đường lún trước chợ Thái đã lâu.' })
  const there = await fileOne(w, {
    lat: undefined,
    lon: undefined,
    commune: '05467',
    text: 'Rác đổ trộm bên suối.',
  })
  const codes = async (filter: object) => {
    const page = await listPublicReports(w.context(passerBy), listPublicReportsInput.parse(filter))
    return page.items.map((item) => item.code).sort()
  }
  expect(await codes({ commune: '05467' })).toEqual([there.code])
  expect(await codes({ category: 'road-damage' })).toEqual([done.code])
  expect(await codes({ group: 'done' })).toEqual([done.code])
  expect(await codes({ group: 'open' })).toEqual([here.code, there.code].sort())
  expect(await codes({ q: 'cho thai LÚN' })).toEqual([done.code])
  expect(await codes({ q: '%' })).toHaveLength(3)
  expect(await codes({ bbox: '105.84,21.59,105.85,21.6' })).toEqual([here.code, done.code].sort())
})
