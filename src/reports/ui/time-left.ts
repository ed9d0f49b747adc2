import { m } from '#design/messages/messages.js'
import type { QueueCard } from '../rules/views.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long until the report's nearest deadline, or how long past it, in a few words. */
export function timeLeft(
  card: Pick<QueueCard, 'dueAt' | 'acceptDueAt' | 'paused' | 'group'>,
  nowMs: number,
): string {
  if (card.paused) return m.desk_clock_stopped()
  if (card.group === 'done') return ''
  const due = card.acceptDueAt ?? card.dueAt
  if (due === null) return ''
  const left = Date.parse(due) - nowMs
  const span = spanWords(Math.abs(left))
  return left < 0 ? m.desk_time_over({ span }) : m.desk_time_left({ span })
}

function spanWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / day)
  const hours = Math.floor((milliseconds % day) / hour)
  if (days >= 3) return m.desk_span_days({ days })
  if (days > 0) return hours > 0 ? m.desk_span_days_hours({ days, hours }) : m.desk_span_days({ days })
  if (hours > 0) return m.desk_span_hours({ hours })
  return m.desk_span_minutes({ minutes: Math.max(1, Math.floor(milliseconds / minute)) })
}
