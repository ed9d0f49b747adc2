import { z } from 'zod'
import { pageInput, pageOf } from '#platform/pure/page.ts'
import type { Verb } from './status.ts'
import { statuses } from './status.ts'
import { queueFilters, rejectionReasons } from './words.ts'

/** Most reports that are moved at once. */
export const mostInBatch = 50
/** How long what was moved by mistake can be taken back. */
export const undoMinutes = 10

export const batchVerbs = ['accept', 'assign', 'start', 'close', 'reject'] as const satisfies readonly Verb[]
export type BatchVerb = (typeof batchVerbs)[number]

/** Moves whose inverse is honest: nobody was told that the matter is over, or it can still be reopened. */
const takenBack: readonly BatchVerb[] = ['accept', 'assign', 'close']
/** Moves that end reports: of several at once a second person decides. */
const ending: readonly BatchVerb[] = ['close', 'reject']

export const batchStates = ['waiting', 'done', 'declined', 'undone'] as const
export type BatchState = (typeof batchStates)[number]

/** One person alone does not end several reports at once. */
export function needsSecondPerson(verb: BatchVerb, count: number): boolean {
  return ending.includes(verb) && count > 1
}

/** Whether a batch can still be taken back; times are milliseconds since 1970. */
export function mayUndo(
  batch: { readonly verb: BatchVerb; readonly state: BatchState; readonly movedAtMs: number },
  nowMs: number,
): boolean {
  const inTime = nowMs <= batch.movedAtMs + undoMinutes * 60_000
  return batch.state === 'done' && takenBack.includes(batch.verb) && inTime
}

const tidy = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
const text = (min: number, max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(tidy)
    .min(min)
    .max(max)
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(60)
const chosen = {
  verb: z.enum(batchVerbs),
  codes: z
    .array(z.string().min(1).max(40))
    .min(1)
    .max(mostInBatch)
    .meta({ description: 'Codes of the reports' }),
}

export const previewBatchInput = z.strictObject(chosen)
export const makeBatchInput = z
  .strictObject({
    ...chosen,
    agency: slug.optional().meta({ description: 'Of assign: to whom' }),
    text: text(1, 2000).optional().meta({ description: 'Of reject, for the citizen; of the others a note' }),
    reason: z.enum(rejectionReasons).optional().meta({ description: 'Of reject' }),
    goTo: text(1, 300).optional().meta({ description: 'Of reject: where to go instead' }),
  })
  .check((payload) => {
    const { verb, agency, text, reason } = payload.value
    const wrong = (path: string, message: string) =>
      payload.issues.push({ code: 'custom', path: [path], message, input: payload.value })
    if (verb === 'assign' && agency === undefined) wrong('agency', 'field_missing')
    if (verb === 'reject' && reason === undefined) wrong('reason', 'field_missing')
    if (verb === 'reject' && (text ?? '').length < 10) wrong('text', 'field_missing')
  })
export type MakeBatch = z.output<typeof makeBatchInput>
export const decideBatchInput = z.strictObject({ id: z.uuid(), approved: z.boolean() })
export const undoBatchInput = z.strictObject({ id: z.uuid() })
export const findBatchInput = z.strictObject({ id: z.uuid() })
export const listBatchesInput = z.strictObject({ ...pageInput })

export const batchLine = z.object({
  code: z.string(),
  title: z.string(),
  status: z.enum(statuses).nullable().meta({ description: 'Null where the report is not seen' }),
  outcome: z.enum(['will', 'waits', 'done', 'refused', 'undone', 'not-undone']),
  refusal: z.string().nullable(),
  why: z.string().nullable().meta({ description: "The refusal in the reader's language" }),
})
export type BatchLine = z.output<typeof batchLine>
export const batchPreview = z.object({
  verb: z.enum(batchVerbs),
  secondPerson: z.boolean(),
  willMove: z.number().int(),
  lines: z.array(batchLine),
})
export type BatchPreview = z.output<typeof batchPreview>
const batchHead = {
  id: z.uuid(),
  verb: z.enum(batchVerbs),
  state: z.enum(batchStates),
  madeAt: z.string(),
  madeBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  count: z.number().int(),
  mayDecide: z.boolean(),
  undoUntil: z.string().nullable().meta({ description: 'Null where it cannot be taken back' }),
}
export const batchCard = z.object(batchHead)
export type BatchCard = z.output<typeof batchCard>
export const batchView = z.object({ ...batchHead, text: z.string().nullable(), lines: z.array(batchLine) })
export type BatchView = z.output<typeof batchView>
export const batchesView = pageOf(batchCard)

const filterShape = {
  filter: z.enum(queueFilters).default('all').meta({ description: 'A room of the queue' }),
  commune: z
    .string()
    .regex(/^\d{5}$/, 'field_not_in_list')
    .max(5)
    .optional(),
  category: slug.optional(),
  q: text(1, 100).optional(),
}
export const saveFilterInput = z.strictObject({
  name: text(1, 60),
  shared: z.boolean().default(false).meta({ description: 'The whole agency sees it' }),
  ...filterShape,
})
export const removeFilterInput = z.strictObject({ id: z.uuid() })
export const listFiltersInput = z.strictObject({})
export const savedFilterView = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  filter: z.enum(queueFilters),
  commune: z.string().nullable(),
  category: z.string().nullable(),
  q: z.string().nullable(),
  count: z.number().int().meta({ description: 'As many as the list it leads to has rows' }),
})
export type SavedFilterView = z.output<typeof savedFilterView>
export const savedFilters = z.object({ items: z.array(savedFilterView), nextCursor: z.null() })
export const removedFilter = z.object({ id: z.uuid() })
