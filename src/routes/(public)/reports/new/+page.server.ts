import type { RequestEvent } from '@sveltejs/kit'
import { fail } from '@sveltejs/kit'
import { m } from '#design/messages/messages.js'
import { localizeHref } from '#design/messages/runtime.js'
import { sendPhoneCode } from '#people/send-phone-code.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { largestPage } from '#platform/pure/page.ts'
import type { FieldError } from '#platform/pure/refused.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { limitWrite } from '#platform/rate-limit/limit-write.ts'
import { fileReport } from '#reports/file-report.ts'
import { listCategories } from '#reports/list-categories.ts'
import { fileReportInput, longestText, mostPhotos } from '#reports/rules/inputs.ts'
import type { FiledReport } from '#reports/rules/views.ts'
import { problemOf } from '../form-sentences.ts'
import { interruptionOf, proposalsOf } from './interrupt.server.ts'
import { keepReceipt } from '../keep-receipt.server.ts'
import type { Filing, FilingProblem } from './read-filing.ts'
import { readFiling, textOf } from './read-filing.ts'
import { askedAgain, pointsElsewhere } from './asked-questions.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** The form of a report: what it can be about, where it can be, and who asks. */
export const load: PageServerLoad = async ({ locals: { context } }) => {
  const [categories, communes] = await Promise.all([
    listCategories(context),
    searchCommunes(context, { limit: largestPage }),
  ])
  const { actor, outside } = context
  return {
    categories: categories.items.map((one) => ({
      code: one.code,
      name: one.name,
      group: one.group,
      urgent: one.urgency === 'urgent',
      confidential: one.confidential,
      anonymousAllowed: one.anonymousAllowed,
      asks: one.questions !== null,
    })),
    communes: communes.items.map(({ code, fullName }) => ({ code, fullName })),
    signedIn: actor.personId !== null,
    mapStyleUrl: outside.settings.mapStyleUrl,
    mostPhotos,
    longestText,
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = { send, code, questions }

/** The whole report is sent. Whatever is wrong, photos and words are still there. */
async function send(event: RequestEvent) {
  const filing = await readFiling(event)
  const again = async (status: number, more: Partial<FilingProblem>) =>
    fail(status, await askedAgain(event, filing, more))
  if (filing.photoErrors.length > 0) return again(422, { errors: filing.photoErrors })
  const proposals = await proposalsOf(event, filing)
  const interruption = await interruptionOf(event, filing, proposals)
  if (interruption !== null) return again(422, { proposals, ...interruption })
  if (await pointsElsewhere(event, filing)) {
    return again(422, { proposals, errors: [{ path: '', message: m.reports_questions_redirected() }] })
  }
  const result = await formAction(event, {
    schema: fileReportInput,
    run: fileReport,
    form: filing.form,
    more: { photos: [...filing.photoIds] },
    then: (filed) => receiptHref(event, filed),
  })
  const failed = problemOf(result)
  if (!failed) return
  return again(failed.status, {
    proposals,
    refusal: failed.problem.refusal,
    errors: completed(failed.problem.errors, filing),
  })
}

const order = [
  'photos',
  'text',
  'category',
  'answers',
  'lat',
  'lon',
  'commune',
  'landmark',
  'anonymous',
  'contact',
]

/** All that is wrong at once, in the order of the form; the place is looked at even where other fields are wrong. */
function completed(found: readonly FieldError[], { form }: Filing): FieldError[] {
  const errors = found.map((error) =>
    error.path === 'contact.code' && textOf(form, 'contact.code') === ''
      ? { ...error, message: m.reports_new_code_missing() }
      : error,
  )
  const placeless = textOf(form, 'commune') === '' && textOf(form, 'lat') === ''
  if (placeless && !errors.some(({ path }) => path === 'commune')) {
    errors.push({ path: 'commune', message: m.field_place_needed() })
  }
  const rank = ({ path }: FieldError) => order.indexOf(path.split('.', 1)[0] ?? '')
  return errors.sort((a, b) => rank(a) - rank(b))
}

function receiptHref(event: RequestEvent, filed: FiledReport): string {
  if (event.locals.context.actor.personId === null) keepReceipt(event, filed.receiptKey)
  return localizeHref(`/reports/${filed.code}?sent=1`)
}

/** Without script: shows what the chosen category asks; the rest of the form stays as it is. */
async function questions(event: RequestEvent) {
  const filing = await readFiling(event)
  return askedAgain(event, filing, { errors: filing.photoErrors })
}

/** A guest asks for the code that confirms their phone number; the rest of the form stays as it is. */
async function code(event: RequestEvent) {
  const filing = await readFiling(event)
  const { context, address } = event.locals
  const phone = textOf(filing.form, 'contact.phone')
  try {
    await limitWrite(context, address)
    await sendPhoneCode(context, { phone })
    return await askedAgain(event, filing, { errors: filing.photoErrors, codeSentTo: phone })
  } catch (error) {
    if (!isRefused(error)) throw error
    const message = context.outside.words.refusal(error.code, context.language, error.details)
    const errors = [...filing.photoErrors, { path: 'contact.phone', message }]
    return fail(error.status, await askedAgain(event, filing, { refusal: error.code, errors }))
  }
}
