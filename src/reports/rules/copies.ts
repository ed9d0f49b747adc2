import type { Status } from './status.ts'
import { groupOf } from './status.ts'

/** What of a report decides when it can have happened once more. */
export interface CopySource {
  readonly id: string
  readonly status: Status
  readonly mergedInto: string | null
}

/** One report once more, some whole weeks earlier, so that office hours stay office hours. */
export interface PlannedCopy {
  readonly source: string
  /** Which copy of its source it is. */
  readonly copy: number
  readonly earlierSeconds: number
}

const weeks = 52
const weekSeconds = 7 * 24 * 3600
const apartSeconds = 13

/**
 * So many copies of the reports, spread over the last year. What still waits for somebody is copied into the present
 * week only; in the weeks before, everything has come to its end.
 */
export function planCopies(
  sources: readonly CopySource[],
  order: { count: number; firstCopy: number },
): PlannedCopy[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const isOver = (source: CopySource) => source.status === 'closed' || groupOf(source.status) === 'ended'
  const ended = sources.filter((source) => {
    const parent = source.mergedInto === null ? source : byId.get(source.mergedInto)
    return isOver(source) && parent !== undefined && isOver(parent)
  })
  const planned: PlannedCopy[] = []
  if (ended.length === 0) return planned
  for (let round = 0; planned.length < order.count; round += 1) {
    const week = round % weeks
    const earlierSeconds = week * weekSeconds + (round % 60) * apartSeconds
    const copied = week === 0 ? sources : ended
    for (const { id } of copied) planned.push({ source: id, copy: order.firstCopy + round, earlierSeconds })
  }
  return planned.slice(0, order.count)
}
