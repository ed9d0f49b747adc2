import { formatDate, formatNumber } from '#design/format.ts'
import { m } from '#design/messages/messages.js'
import { getLocale } from '#design/messages/runtime.js'
import type { Figure, PeriodUnit } from '../rules/figures.ts'
import { say } from './desk-words.ts'

/** What a figure is called. */
export function figureWords(figure: Figure): string {
  return say(`reports_figure_${figure}`)
}

/** `23/11/2026`, `23/11/2026 – 29/11/2026`, or the month. */
export function periodWords(unit: PeriodUnit, part: { readonly from: string; readonly to: string }): string {
  if (unit === 'month') return `${part.from.slice(5, 7)}/${part.from.slice(0, 4)}`
  return part.from === part.to ? formatDate(part.from) : `${formatDate(part.from)} – ${formatDate(part.to)}`
}

export function count(value: number): string {
  return formatNumber(value, getLocale(), 0)
}

/** `83 %`, or a dash with its reason for those who hear it. */
export function share(percent: number | null): string {
  return percent === null ? m.reports_figures_too_few() : `${count(percent)} %`
}
