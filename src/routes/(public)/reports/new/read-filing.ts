import type { RequestEvent } from '@sveltejs/kit'
import type { FieldError } from '#platform/pure/refused.ts'
import { listSentFiles } from '#platform/files/list-sent-files.ts'
import type { FormProblem } from '#platform/pages/form-action.ts'
import { stringsOf } from '#platform/pages/form-action.ts'
import type { AskedView } from '#reports/rules/question-views.ts'
import type { ProposalsView } from '#reports/rules/proposal-views.ts'
import { takePhotos } from '../take-photos.ts'

/** A posted filing: its photos already taken, the rest as it was typed. */
export interface Filing {
  /** What the schema of the filing knows. */
  readonly form: FormData
  readonly typed: FormProblem['values']
  readonly photoIds: readonly string[]
  readonly photoErrors: readonly FieldError[]
  readonly key: string
  readonly dangerSeen: boolean
  /** An answer pointed elsewhere, and the sender read where. */
  readonly redirectSeen: boolean
  /** What resembles it, and where complaints go, was shown before. */
  readonly proposalsSeen: boolean
  readonly elsewhereSeen: boolean
}

/** What the page gets back when a filing was not taken, or when a code was sent in between. */
export interface FilingProblem extends FormProblem {
  readonly photos: readonly { readonly id: string; readonly src: string }[]
  readonly key: string
  /** The words sound like danger to life: the numbers to call are shown before it is sent. */
  readonly danger: boolean
  readonly codeSentTo: string | null
  /** What the chosen category asks. */
  readonly questions: AskedView | null
  /** What was found in the words when it was sent without a script. */
  readonly proposals: ProposalsView | null
}

const notOfTheSchema = [
  'photos',
  'dropPhoto',
  'dangerSeen',
  'redirectSeen',
  'proposalsSeen',
  'elsewhereSeen',
  'pickCategory',
  'communeSearch',
]

/** Reads the form; photos are kept first, so that nothing is lost when something else is wrong. */
export async function readFiling(event: RequestEvent): Promise<Filing> {
  const sent = await event.request.formData()
  const picked = textOf(sent, 'pickCategory')
  if (picked !== '') sent.set('category', picked)
  const typed = stringsOf(sent)
  const key = textOf(sent, 'idempotencyKey') || crypto.randomUUID()
  const { ids, errors } = await takePhotos(event, sent)
  const dropped = new Set(sent.getAll('dropPhoto'))
  const form = new FormData()
  const named = event.locals.context.actor.personId !== null || textOf(sent, 'anonymous') === 'true'
  for (const [name, value] of sent) {
    const ours = notOfTheSchema.includes(name)
    if (!ours && !(named && name.startsWith('contact.'))) form.append(name, value)
  }
  return {
    form,
    typed,
    photoIds: ids.filter((id) => !dropped.has(id)),
    photoErrors: errors,
    key,
    dangerSeen: textOf(sent, 'dangerSeen') === 'yes',
    redirectSeen: textOf(sent, 'redirectSeen') === 'yes',
    proposalsSeen: textOf(sent, 'proposalsSeen') === 'yes',
    elsewhereSeen: textOf(sent, 'elsewhereSeen') === 'yes',
  }
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Everything the page needs to stand as it was, with what is wrong. */
export async function filingProblem(
  event: RequestEvent,
  filing: Filing,
  more: Partial<FilingProblem>,
): Promise<FilingProblem> {
  const photos = await listSentFiles(event.locals.context, { ids: filing.photoIds })
  return {
    message: null,
    refusal: null,
    errors: [],
    danger: filing.dangerSeen,
    codeSentTo: null,
    questions: null,
    proposals: null,
    ...more,
    values: filing.typed,
    photos: photos.map(({ id, smallUrl, url }) => ({ id, src: smallUrl ?? url })),
    key: filing.key,
  }
}
