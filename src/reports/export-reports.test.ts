import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { SentFile } from '#platform/sent-file.ts'
import { answeredOne, deskOf, expectRefused, fileOne, inWork } from '../../tests/world/report-cast.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { closeReport } from './close-report.ts'
import { copyReports } from './copy-reports.ts'
import { exportQueue } from './export-queue.ts'
import { exportReports } from './export-reports.ts'
import { listPublicReports } from './list-public-reports.ts'
import { exportQueueInput, exportReportsInput, mostSheetRows } from './rules/export-inputs.ts'
import { listPublicReportsInput } from './rules/inputs.ts'
import { withdrawReport } from './withdraw-report.ts'

async function read(file: SentFile): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(file.body).arrayBuffer())
}

test('CSV begins with a byte order mark, holds what the list holds, and ends with the count', async () => {
  const w = await world()
  const { other } = await fileOne(w, { text: '=HYPERLINK("http://x","Ổ gà") ở Bến Oánh, gọi 0912 345 678.' })
  await fileOne(w, { category: 'electricity' })
  const gone = await fileOne(w)
  await withdrawReport(gone.me, { code: gone.code })
  const text = await read(await exportReports(other, exportReportsInput.parse({ format: 'csv' })))
  const lines = text.split('\r\n')
  expect(text.startsWith('\ufeffMã,Tình trạng,Lĩnh vực')).toBe(true)
  expect(lines.slice(-2)).toEqual(['Tổng số dòng,2', ''])
  expect(lines).toHaveLength(5)
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""Ổ gà"")`)
  expect(text).not.toContain('345 678')
  expect(text).not.toContain(gone.code)
  const english = exportReportsInput.parse({ format: 'csv', category: 'electricity', language: 'en' })
  const some = await read(await exportReports(other, english))
  expect(some.split('\r\n').slice(0, 1)[0]).toMatch(/^\ufeffCode,Status,/)
  expect(some).toContain('Number of rows,1')
})

test('a list of several batches is whole and in the order of the pages', async () => {
  const w = await world()
  const first = await answeredOne(w)
  await closeReport(first.desk, { code: first.code })
  await copyReports(w.context(), { codes: [first.code], reports: 1203 })
  const { count } = await w.db
    .selectFrom('reports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', 'not in', ['rejected', 'merged', 'withdrawn'])
    .executeTakeFirstOrThrow()
  const file = await exportReports(first.other, exportReportsInput.parse({ format: 'geojson' }))
  const saved = JSON.parse(await read(file)) as { count: number; features: { id: string }[] }
  expect([count, saved.count, saved.features.length]).toEqual([1203, 1203, 1203])
  expect(new Set(saved.features.map((one) => one.id)).size).toBe(count)
  const page = await listPublicReports(first.other, listPublicReportsInput.parse({ limit: 200 }))
  expect(saved.features.slice(0, 200).map((one) => one.id)).toEqual(page.items.map((card) => card.code))
  expect(Object.keys(saved)).toEqual(['type', 'features', 'count'])
})

test('a stream is read as far as somebody reads', async () => {
  const w = await world()
  const { other } = await fileOne(w)
  const file = await exportReports(other, exportReportsInput.parse({ format: 'csv' }))
  const reader = (file.body as ReadableStream<Uint8Array>).getReader()
  expect((await reader.read()).done).toBe(false)
  await reader.cancel()
})

test('a sheet is a real one, and says when a list is too long for it', async () => {
  const w = await world()
  const { other, code } = await fileOne(w, { text: '=1+1 là đề bài của con tôi, cống thì tắc.' })
  const file = await exportReports(other, exportReportsInput.parse({ format: 'xlsx' }))
  const bytes = new Uint8Array(await new Response(file.body).arrayBuffer())
  expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4])
  expect(file.name).toBe('reports-2026-11-23.xlsx')
  const inside = unzipped(bytes)
  for (const part of [code, '&apos;=1+1', 'Tổng số dòng', 'Lĩnh vực']) {
    expect(inside.replaceAll("'=", '&apos;=')).toContain(part)
  }
  expect(inside).not.toContain('<f>')
  const closed = await answeredOne(w)
  await closeReport(closed.desk, { code: closed.code })
  await copyReports(w.context(), { codes: [closed.code], reports: mostSheetRows + 1 })
  const long = exportReports(other, exportReportsInput.parse({ format: 'xlsx' }))
  await expectRefused(long, 'export-too-long')
}, 120_000)

test('the desk saves its own queue, with phones masked, and only with the permission', async () => {
  const w = await world()
  const { desk, code } = await inWork(w, { text: 'Cống tắc trước nhà, gọi tôi 0912 345 678 nhé các anh.' })
  await w.db
    .updateTable('reports')
    .set({ reporter_kind: 'guest', guest_phone: '+84912345678' })
    .where('code', '=', code)
    .execute()
  const input = exportQueueInput.parse({ format: 'csv', filter: 'in-work' })
  await expectRefused(exportQueue(desk, input), 'not-permitted')
  await expectRefused(exportQueue(w.context(passerBy), input), 'sign-in-first')
  const may = ['handle-reports', 'export-reports']
  const plain = await read(await exportQueue(deskOf(w, desk.actor.agency ?? '', may), input))
  expect(plain).toContain(code)
  expect(plain).toContain('Tổng số dòng,1')
  expect(plain).not.toMatch(/345 ?678|••• 678/)
  const knows = deskOf(w, desk.actor.agency ?? '', [...may, 'see-report-contacts'])
  expect(await read(await exportQueue(knows, input))).toContain('••• ••• 678')
  const elsewhere = await read(await exportQueue(deskOf(w, 'so-y-te', may), input))
  expect(elsewhere).toContain('Tổng số dòng,0')
})

/** All texts of a zip file, by its central directory. */
function unzipped(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes)
  const texts: string[] = []
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + size)
    texts.push((method === 8 ? inflateRawSync(data) : data).toString('utf8'))
  }
  return texts.join('\n')
}
