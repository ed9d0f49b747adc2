import type { ActionFailure, RequestEvent } from '@sveltejs/kit'
import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import type { FormProblem } from '#platform/pages/form-action.ts'
import { formAction, stringsOf } from '#platform/pages/form-action.ts'
import { findFollowing } from '#reports/find-following.ts'
import { findReport } from '#reports/find-report.ts'
import { followReport } from '#reports/follow-report.ts'
import { giveMore } from '#reports/give-more.ts'
import { rateReport } from '#reports/rate-report.ts'
import { reopenReport } from '#reports/reopen-report.ts'
import {
  giveMoreInput,
  rateReportInput,
  reopenReportInput,
  withdrawReportInput,
} from '#reports/rules/inputs.ts'
import { followInput } from '#reports/rules/proposal-inputs.ts'
import type { FollowedView } from '#reports/rules/proposal-views.ts'
import { unfollowReport } from '#reports/unfollow-report.ts'
import { withdrawReport } from '#reports/withdraw-report.ts'
import { problemOf } from '../form-sentences.ts'
import { keepReceipt } from '../keep-receipt.server.ts'
import { takePhotos } from '../take-photos.ts'
import type { Actions, PageServerLoad } from './$types'

/** One report as this person may see it. Codes are read leniently; the page lives at the one true spelling. */
export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const report = await findReport(context, { code: params.code })
  if (report.code !== params.code) redirect(308, localizeHref(`/reports/${report.code}`) + url.search)
  return {
    report: { ...report, desk: null },
    mapStyleUrl: context.outside.settings.mapStyleUrl,
    following: report.group === 'ended' ? null : await findFollowing(context, { code: report.code }),
    signedIn: context.actor.personId !== null,
    sent: url.searchParams.get('sent') === '1' && report.own !== null,
    said: readVerdict(url),
    key: crypto.randomUUID(),
  }
}

/** What the reporter says of the result so far; it is in the address, so that it works without a script. */
function readVerdict(url: URL): 'yes' | 'no' | null {
  const said = url.searchParams.get('verdict')
  return said === 'yes' || said === 'no' ? said : null
}

type Verb = 'rate' | 'reopen' | 'give' | 'withdraw' | 'follow' | 'unfollow'
type Plan = Parameters<typeof formAction>[1]

/** What was wrong with the form of one verb. */
interface VerbProblem extends FormProblem {
  readonly verb: Verb
}

/** A verb of the reporter as a form. What was wrong comes back with the verb's name, so that its form can say it. */
function verb(name: Verb, schema: Plan['schema'], run: Plan['run']) {
  return async (event: RequestEvent): Promise<ActionFailure<VerbProblem> | undefined> => {
    const code = event.params['code'] ?? ''
    const form = await event.request.formData()
    const { ids, errors } = await takePhotos(event, form)
    const values = { ...stringsOf(form), photos: ids }
    if (errors.length > 0) return fail(422, { verb: name, message: null, refusal: null, values, errors })
    form.delete('photos')
    const more: Record<string, string | string[]> =
      'photos' in schema.shape ? { code, photos: ids } : { code }
    const then = () => localizeHref(`/reports/${code}`)
    const failed = problemOf(await formAction(event, { schema, run, form, more, then }))
    return failed ? fail(failed.status, { ...failed.problem, verb: name }) : undefined
  }
}

/** Follows in one tap, from the report's page or from the form of a new one: what else came in that form is left out. */
async function follow(event: RequestEvent) {
  const sent = await event.request.formData()
  const form = new FormData()
  form.set('idempotencyKey', String(sent.get('idempotencyKey') ?? ''))
  const code = event.params['code'] ?? ''
  const then = (followed: FollowedView) => {
    if (followed.receiptKey !== null) keepReceipt(event, followed.receiptKey)
    return `${localizeHref(`/reports/${followed.code}`)}#follow`
  }
  const failed = problemOf(
    await formAction(event, { schema: followInput, run: followReport, form, more: { code }, then }),
  )
  return failed ? fail(failed.status, { ...failed.problem, verb: 'follow' as const }) : undefined
}

export const actions: Actions = {
  follow,
  unfollow: verb('unfollow', followInput, unfollowReport as Plan['run']),
  rate: verb('rate', rateReportInput, rateReport as Plan['run']),
  reopen: verb('reopen', reopenReportInput, reopenReport as Plan['run']),
  give: verb('give', giveMoreInput, giveMore as Plan['run']),
  withdraw: verb('withdraw', withdrawReportInput, withdrawReport as Plan['run']),
}
