import { expect, test } from 'vitest'
import { citizen, world } from '../../tests/world/world.ts'
import { copyReports } from './copy-reports.ts'
import { fileReport } from './file-report.ts'
import { readReportCode } from './rules/report-code.ts'
import { withdrawReport } from './withdraw-report.ts'

test('copies have their own codes and history, deadlines move with them, and places stay near', async () => {
  const w = await world()
  const reporter = w.context(citizen('0193a000-0000-7000-8000-000000000001'))
  const filing = {
    category: 'road-damage',
    text: 'Ổ gà trước cổng chợ.',
    lat: 21.594,
    lon: 105.848,
    photos: [],
  }
  const { code } = await fileReport(reporter, { ...filing, anonymous: false })
  await withdrawReport(reporter, { code })
  expect(await copyReports(w.context(), { codes: [code], reports: 500 })).toBe(499)
  expect(await copyReports(w.context(), { codes: [code], reports: 500 })).toBe(0)
  const { rows } = await w.pool.query<{
    code: string
    status: string
    lines: number
    days: number
    far: number
  }>(
    `select r.code, r.status, abs(r.lat - 21.594) + abs(r.lon - 105.848) as far,
       extract(day from r.due_at - r.filed_at)::int as days,
       (select count(*) from report_timeline t where t.report_id = r.id and t.at >= r.filed_at) as lines
     from reports r`,
  )
  expect(rows).toHaveLength(500)
  expect(new Set(rows.map((row) => row.days)).size).toBe(1)
  for (const row of rows) {
    expect(readReportCode(row.code)).toBe(row.code)
    expect([row.status, Number(row.lines)]).toEqual(['withdrawn', 2])
    expect(row.far).toBeLessThan(0.007)
  }
})
