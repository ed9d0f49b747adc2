import { createRequire } from 'node:module'
import Pdf from 'pdfkit'
import type { ReportView } from './rules/views.ts'

/** How a sheet speaks, and when it was made. */
interface Sheet {
  say(key: string): string
  readonly printedAt: string
}

type Page = InstanceType<typeof Pdf>

const find = createRequire(import.meta.url)
/** The whole font in one file: words mix Latin and Vietnamese letters, and a subset would fall apart inside a word. */
const fonts = {
  plain: find.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  strong: find.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}
const margin = 56
const labelWidth = 130
const footHeight = 28
const ink = '#17201a'
const soft = '#4b5a50'
const green = '#14532d'

/** A report on A4: what was reported, what was promised and answered, and its timeline. */
export async function drawReport(report: ReportView, sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const page = new Pdf({
    size: 'A4',
    margins: { top: margin, bottom: margin + footHeight, left: margin, right: margin },
    bufferPages: true,
    lang: 'vi',
    displayTitle: true,
    info: { Title: `${report.code} – ${report.title}`.normalize('NFC'), Producer: 'C-ThaiNguyen' },
  })
  page.registerFont('plain', fonts.plain).registerFont('strong', fonts.strong)
  const whole = bytesOf(page)
  drawHead(page, report, sheet)
  drawFacts(page, report, sheet)
  drawWords(page, report, sheet)
  drawAnswer(page, report, sheet)
  drawTimeline(page, report, sheet)
  drawFeet(page, report, sheet)
  page.end()
  return whole
}

function bytesOf(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    page.on('data', (chunk: Buffer) => chunks.push(chunk))
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    page.on('error', reject)
  })
}

function write(page: Page, text: string, look: { size?: number; colour?: string; strong?: boolean } = {}) {
  const { size = 10.5, colour = ink, strong = false } = look
  page
    .font(strong ? 'strong' : 'plain', size)
    .fillColor(colour)
    .text(text.normalize('NFC'), margin, page.y, { lineGap: 2 })
}

function drawHead(page: Page, report: ReportView, { say }: Sheet): void {
  write(page, say('reports_sheet_province'), { size: 9.5, colour: soft })
  page.moveDown(0.2)
  write(page, say('reports_sheet_title'), { size: 9.5, colour: green, strong: true })
  page.moveDown(0.6)
  write(page, report.title, { size: 17, strong: true })
  page.moveDown(0.8)
}

function drawFacts(page: Page, report: ReportView, { say }: Sheet): void {
  const place = report.place
  const facts: [string, string | null][] = [
    ['code', report.code],
    ['status', say(`reports_status_${report.status}`)],
    ['category', report.category.name],
    ['commune', [report.commune.name, report.landmark].filter(Boolean).join(', ')],
    ['place', place && `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`],
    ['agency', report.agency.name],
    ['filed-at', moment(report.filedAt)],
    ['due-at', report.dueAt && moment(report.dueAt)],
    ['answered-at', report.answer && moment(report.answer.at)],
    ['stars', report.stars === null ? null : `${report.stars}/5`],
  ]
  for (const [name, value] of facts) {
    if (value !== null && value !== '') drawFact(page, say(`reports_column_${name}`), value)
  }
  page.moveDown(0.6)
}

/** A label and its value side by side; the taller of the two ends the line. */
function drawFact(page: Page, label: string, value: string): void {
  const width = page.page.width - 2 * margin - labelWidth
  page.font('plain', 10.5)
  const height = page.heightOfString(value, { width, lineGap: 2 })
  if (page.y + height > page.page.maxY()) page.addPage()
  const top = page.y
  page.fillColor(soft).text(label, margin, top, { width: labelWidth - 12, lineGap: 2 })
  const below = page.y
  page.fillColor(ink).text(value.normalize('NFC'), margin + labelWidth, top, { width, lineGap: 2 })
  page.y = Math.max(below, page.y) + 3
}

function drawPart(page: Page, title: string): void {
  page.moveDown(0.5)
  write(page, title, { size: 12.5, strong: true, colour: green })
  page.moveDown(0.3)
}

function drawWords(page: Page, report: ReportView, { say }: Sheet): void {
  if (report.text === null) return
  drawPart(page, say('reports_sheet_words'))
  write(page, report.text)
  if (report.photos.length > 0) {
    page.moveDown(0.3)
    write(page, `${say('reports_sheet_photos')}: ${report.photos.length}`, { colour: soft })
  }
}

function drawAnswer(page: Page, { answer, rejection }: ReportView, { say }: Sheet): void {
  if (answer) {
    drawPart(page, `${say('reports_sheet_answer')}: ${say(`reports_ending_${answer.ending}`)}`)
    if (answer.text !== null) write(page, answer.text)
    page.moveDown(0.3)
    write(page, `${answer.agency.name} · ${moment(answer.at)}`, { colour: soft })
  }
  if (rejection) {
    drawPart(page, say(`reports_rejection_${rejection.reason}`))
    for (const text of [rejection.text, rejection.goTo]) if (text !== null) write(page, text)
  }
}

function drawTimeline(page: Page, { timeline }: ReportView, { say }: Sheet): void {
  drawPart(page, say('reports_sheet_timeline'))
  for (const entry of timeline.toReversed()) {
    const agency = entry.toAgency ?? entry.agency
    const until = entry.until && `→ ${moment(entry.until)}`
    const line = [say(`reports_step_${entry.step}`), agency?.name, until, entry.text]
    drawFact(page, moment(entry.at), line.filter(Boolean).join(' · '))
  }
}

/** On each page: which report it is, when it was printed, and which page of how many. */
function drawFeet(page: Page, report: ReportView, { say, printedAt }: Sheet): void {
  const { start, count } = page.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    page.switchToPage(at)
    const words = `${report.code} · ${say('reports_sheet_printed')} ${moment(printedAt)} · ${at + 1}/${count}`
    // Below the lower margin, where text would otherwise begin a new page.
    page.page.margins.bottom = 0
    page
      .font('plain', 8.5)
      .fillColor(soft)
      .text(words, margin, page.page.height - margin, { lineBreak: false })
  }
}

/** `2026-11-23T14:05:00+07:00` → `23/11/2026 14:05`; moments come in the province's time. */
function moment(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso) ?? []
  return `${day}/${month}/${year} ${time}`
}
