import type { ReportRow } from './store/tables.ts'

/** What a move of a batch may replace on a report, and taking it back puts there again. */
const instants = ['accepted_at', 'accept_due_at', 'step_from', 'due_at', 'escalated_at'] as const
const plain = [
  'status',
  'agency',
  'handler',
  'urgency',
  'extension_asked',
  'answer_proposed',
  'closed_as',
] as const

export type Replaced = Readonly<Record<string, string | boolean | null>>

/** Kept as plain JSON. */
export function replacedOf(report: ReportRow): Replaced {
  return {
    ...Object.fromEntries(plain.map((name) => [name, report[name]])),
    ...Object.fromEntries(instants.map((name) => [name, report[name]?.toString() ?? null])),
  }
}

/** Read back. */
export function restoredFrom(replaced: Replaced): Partial<ReportRow> {
  const moments = instants.map((name) => {
    const text = replaced[name]
    return [name, typeof text === 'string' ? Temporal.Instant.from(text) : null]
  })
  return {
    ...Object.fromEntries(plain.map((name) => [name, replaced[name] ?? null])),
    ...Object.fromEntries(moments),
  } as Partial<ReportRow>
}
