import { maskPersonal } from './mask-personal.ts'
import type { QueueCard, ReportCard } from './views.ts'

/** What a cell of a list holds. */
export type Cell = string | number | boolean | null

/** One report of a list that is saved: its cells by column, and its place for maps. */
export interface ExportLine {
  readonly code: string
  readonly place: { readonly lat: number; readonly lon: number } | null
  readonly cells: Readonly<Record<string, Cell>>
}

/** Columns of a list that anybody may save; the desk's has more. Words: m.reports_column_<column>. */
export const publicColumns = [
  'code',
  'status',
  'category',
  'commune',
  'agency',
  'title',
  'filed-at',
  'due-at',
  'late',
  'answered-at',
  'stars',
  'lat',
  'lon',
  'accuracy',
] as const
export const deskColumns = [
  ...publicColumns,
  'urgency',
  'accept-due-at',
  'paused',
  'text',
  'landmark',
  'contact',
] as const

/** Words of codes in the reader's language, such as of a status. */
type Say = (key: string) => string

export function publicLine(card: ReportCard, say: Say): ExportLine {
  return {
    code: card.code,
    place: card.place && { lat: card.place.lat, lon: card.place.lon },
    cells: {
      code: card.code,
      status: say(`reports_status_${card.status}`),
      category: card.category.name,
      commune: card.commune.name,
      agency: card.agency.name,
      title: card.title,
      'filed-at': card.filedAt,
      'due-at': card.dueAt,
      late: card.late,
      'answered-at': card.answeredAt,
      stars: card.stars,
      lat: card.place?.lat ?? null,
      lon: card.place?.lon ?? null,
      accuracy: card.place?.accuracyMeters ?? null,
    },
  }
}

/** A line for officers. A file leaves the house, so numbers of people are masked in it, also where the desk reads them. */
export function deskLine(
  card: QueueCard,
  kept: { readonly text: string; readonly landmark: string | null; readonly phone: string | null },
  say: Say,
): ExportLine {
  const line = publicLine({ ...card, title: maskPersonal(card.title) }, say)
  const more = {
    urgency: say(`reports_urgency_${card.urgency}`),
    'accept-due-at': card.acceptDueAt,
    paused: card.paused,
    text: maskPersonal(kept.text),
    landmark: kept.landmark === null ? null : maskPersonal(kept.landmark),
    contact: kept.phone === null ? null : maskPhone(kept.phone),
  }
  return { ...line, cells: { ...line.cells, ...more } }
}

const shownDigits = 3

/** `+84912345678` → `••• ••• 678`: enough to tell two callers apart. */
export function maskPhone(phone: string): string {
  return `••• ••• ${phone.replaceAll(/\D/g, '').slice(-shownDigits)}`
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe instead. */
export function withoutFormula(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text
}

/** One line of CSV (RFC 4180), with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = withoutFormula(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
