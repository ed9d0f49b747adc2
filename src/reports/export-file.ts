import writeSheet from 'write-excel-file/node'
import type { Row } from 'write-excel-file/node'
import type { SentFile } from '#platform/sent-file.ts'
import { streamOf } from '#platform/sent-file.ts'
import type { Bare } from './report-reference.ts'
import type { ExportFormat } from './rules/export-inputs.ts'
import { exportTypes, mostSheetRows } from './rules/export-inputs.ts'
import type { Cell, ExportLine } from './rules/export-lines.ts'
import { csvLine, withoutFormula } from './rules/export-lines.ts'
import { refuse } from './rules/refusals.ts'

/** Rows read at once: the most of a list that ever lies in memory. */
export const exportBatch = 500

/** A list about to be saved: what it is called, its columns, and its lines, page by page. */
export interface Exported {
  readonly name: string
  readonly columns: readonly string[]
  readonly pages: AsyncIterable<readonly ExportLine[]>
}

/**
 * A list as a file, to its last row, with a count at its end so that a reader sees whether it is whole. Refuses
 * export-too-long for a sheet with more rows than one is made of.
 */
export async function exportFile(context: Bare, format: ExportFormat, list: Exported): Promise<SentFile> {
  const file = { type: exportTypes[format], name: `${list.name}-${dayOf(context)}.${format}` }
  if (format === 'csv') return { ...file, body: streamOf(csvOf(context, list)) }
  if (format === 'geojson') return { ...file, body: streamOf(geoJsonOf(list)) }
  return { ...file, body: await sheetOf(context, list) }
}

function dayOf(context: Bare): string {
  return context.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString()
}

function sayIn(context: Bare): (key: string) => string {
  return (key) => context.outside.words.text(key, context.language)
}

function headingsOf(context: Bare, list: Exported): string[] {
  return list.columns.map((column) => sayIn(context)(`reports_column_${column}`))
}

const byteOrderMark = '\ufeff'

/** Spreadsheets read CSV as UTF-8 only when it begins with a byte order mark. */
async function* csvOf(context: Bare, list: Exported): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headingsOf(context, list))
  let count = 0
  for await (const lines of list.pages) {
    count += lines.length
    yield lines.map((line) => csvLine(cellsOf(list, line))).join('')
  }
  yield csvLine([sayIn(context)('reports_export_count'), count])
}

function cellsOf(list: Exported, line: ExportLine): Cell[] {
  return list.columns.map((column) => line.cells[column] ?? null)
}

/** Reports without a place are in it too, with no geometry: the list is whole. */
async function* geoJsonOf(list: Exported): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let count = 0
  for await (const lines of list.pages) {
    const features = lines.map((line) => JSON.stringify(featureOf(list, line))).join(',')
    yield count > 0 && features !== '' ? `,${features}` : features
    count += lines.length
  }
  yield `],"count":${count}}`
}

function featureOf(list: Exported, line: ExportLine): object {
  const properties = list.columns.filter((column) => column !== 'lat' && column !== 'lon')
  return {
    type: 'Feature',
    id: line.code,
    geometry: line.place && { type: 'Point', coordinates: [line.place.lon, line.place.lat] },
    properties: Object.fromEntries(properties.map((column) => [column, line.cells[column] ?? null])),
  }
}

async function sheetOf(context: Bare, list: Exported): Promise<Uint8Array<ArrayBuffer>> {
  const head: Row = headingsOf(context, list).map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows: Row[] = []
  for await (const lines of list.pages) {
    rows.push(...lines.map((line) => cellsOf(list, line).map(sheetCell)))
    if (rows.length > mostSheetRows) throw refuse('export-too-long', { details: { limit: mostSheetRows } })
  }
  const foot: Row = [sayIn(context)('reports_export_count'), rows.length]
  const sheet = await writeSheet([head, ...rows, foot], { stickyRowsCount: 1 }).toBuffer()
  return new Uint8Array(sheet)
}

function sheetCell(cell: Cell): Exclude<Cell, null> | undefined {
  if (cell === null) return undefined
  return typeof cell === 'string' ? withoutFormula(cell) : cell
}
