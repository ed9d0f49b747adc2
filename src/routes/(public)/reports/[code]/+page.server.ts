import type { RequestEvent } from '@sveltejs/kit'
import { fail, redirect } from '@sveltejs/kit'
import { m } from '#design/messages/messages.js'
import { localizeHref } from '#design/messages/runtime.js'
import { searchCommunes } from '#places/search-communes.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { takeFormFiles } from '#platform/pages/take-form-files.ts'
import { largestPage } from '#platform/pure/page.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { findReport } from '#reports/find-report.ts'
import { giveMore } from '#reports/give-more.ts'
import { rateReport } from '#reports/rate-report.ts'
import { reopenReport } from '#reports/reopen-report.ts'
import {
  giveMoreInput,
  mostPhotos,
  rateReportInput,
  reopenReportInput,
  withdrawReportInput,
} from '#reports/rules/inputs.ts'
import { withdrawReport } from '#reports/withdraw-report.ts'
import { problemOf } from '../form-sentences.ts'
import type { Actions, PageServerLoad } from './$types'

/** One report as this person may see it. Codes are read leniently; the page lives at the one true spelling. */
export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const report = await findReport(context, { code: params.code })
  if (report.code !== params.code) redirect(308, localizeHref(`/reports/${report.code}`) + url.search)
  const communes = report.place === null ? [] : (await searchCommunes(context, { limit: largestPage })).items
  const said = url.searchParams.get('verdict')
  return {
    report: { ...report, desk: null },
    communes: communes.map(({ name, lat, lon, population, areaKm2 }) => ({
      name,
      lat,
      lon,
      population,
      areaKm2,
    })),
    mapStyleUrl: context.outside.settings.mapStyleUrl,
    sent: url.searchParams.get('sent') === '1' && report.own !== null,
    said: said === 'yes' || said === 'no' ? said : null,
    key: crypto.randomUUID(),
  }
}

type Verb = 'rate' | 'reopen' | 'give' | 'withdraw'
type Plan = Parameters<typeof formAction>[1]

/** A verb of the reporter as a form. What was wrong comes back with the verb's name, so that its form can say it. */
function verb(name: Verb, schema: Plan['schema'], run: Plan['run']) {
  return async (event: RequestEvent) => {
    const code = event.params['code'] ?? ''
    const form = await event.request.formData()
    const photos = await photosOf(event, form)
    if ('errors' in photos) {
      return fail(422, { verb: name, message: null, refusal: null, values: {}, errors: photos.errors })
    }
    const more = 'photos' in schema.shape ? { code, photos: photos.ids } : { code }
    const then = () => localizeHref(`/reports/${code}`)
    const failed = problemOf(await formAction(event, { schema, run, form, more, then }))
    if (failed) return fail(failed.status, { verb: name, ...failed.problem })
    return undefined
  }
}

async function photosOf(event: RequestEvent, form: FormData) {
  const { context } = event.locals
  const say = (reason: string) => ({ path: 'photos', message: reason })
  try {
    const { ids, refused } = await takeFormFiles(context, {
      form,
      field: 'photos',
      purpose: 'photo',
      most: mostPhotos,
    })
    form.delete('photos')
    if (refused.length === 0) return { ids }
    return {
      errors: refused.map(({ code, position }) =>
        say(
          m.reports_new_photo_refused({
            number: position,
            reason: context.outside.words.refusal(code, context.language, {}),
          }),
        ),
      ),
    }
  } catch (error) {
    if (!isRefused(error)) throw error
    return { errors: [say(m.field_too_big_list({ limit: mostPhotos }))] }
  }
}

export const actions: Actions = {
  rate: verb('rate', rateReportInput, rateReport as Plan['run']),
  reopen: verb('reopen', reopenReportInput, reopenReport as Plan['run']),
  give: verb('give', giveMoreInput, giveMore as Plan['run']),
  withdraw: verb('withdraw', withdrawReportInput, withdrawReport as Plan['run']),
}
