import { fail } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { listAgencies } from '#places/list-agencies.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { takeFormFiles } from '#platform/pages/take-form-files.ts'
import { acceptReport } from '#reports/accept-report.ts'
import { addNote } from '#reports/add-note.ts'
import { answerReport } from '#reports/answer-report.ts'
import { approveAnswer } from '#reports/approve-answer.ts'
import { askForMore } from '#reports/ask-for-more.ts'
import { assignReport } from '#reports/assign-report.ts'
import { closeReport } from '#reports/close-report.ts'
import { decideExtension } from '#reports/decide-extension.ts'
import { fillReplies } from '#reports/fill-replies.ts'
import { findReport } from '#reports/find-report.ts'
import { listCaseColleagues } from '#reports/list-case-colleagues.ts'
import { listCategories } from '#reports/list-categories.ts'
import { listNearbyReports } from '#reports/list-nearby-reports.ts'
import { listNotes } from '#reports/list-notes.ts'
import { mergeReports } from '#reports/merge-reports.ts'
import { publishReport } from '#reports/publish-report.ts'
import { rejectReport } from '#reports/reject-report.ts'
import { requestExtension } from '#reports/request-extension.ts'
import { returnReport } from '#reports/return-report.ts'
import { revealContact } from '#reports/reveal-contact.ts'
import { addNoteInput } from '#reports/rules/deskwork-inputs.ts'
import * as inputs from '#reports/rules/inputs.ts'
import { startReport } from '#reports/start-report.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const nearbyMeters = 500

/** One case: what the citizen wrote, what was done, and what looks like it nearby. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals
  const report = await findReport(context, { code: params.code })
  const place = report.place
  const [nearby, agencies, categories] = await Promise.all([
    place
      ? listNearbyReports(context, { lat: place.lat, lon: place.lon, radiusMeters: nearbyMeters, limit: 6 })
      : { items: [] },
    report.may.includes('assign') || report.may.includes('return')
      ? listAgencies(context, { limit: 200 })
      : { items: [] },
    report.may.includes('accept') ? listCategories(context) : { items: [] },
  ])
  return {
    report,
    nearby: nearby.items.filter((card) => card.code !== report.code),
    agencies: agencies.items.map(({ code, name }) => ({ value: code, label: name })),
    categories: categories.items.map(({ code, name }) => ({ value: code, label: name })),
    ...(report.desk === null ? alone : await together(context, report.code)),
    mapStyleUrl: context.outside.settings.mapStyleUrl,
    key: crypto.randomUUID(),
  }
}

const alone = { notes: [], replies: [], colleagues: [] }
const mostNotes = 50

/** What officers of the case share. */
async function together(context: App.Locals['context'], code: string) {
  const [notes, replies, colleagues] = await Promise.all([
    listNotes(context, { code, limit: mostNotes }),
    fillReplies(context, { code }),
    listCaseColleagues(context, { code }),
  ])
  return { notes: notes.items, replies: replies.items, colleagues: colleagues.items }
}

/** Back to the case, with the queue's filters kept and the form closed. */
function backToCase(event: RequestEvent): () => string {
  const query = new URLSearchParams(event.url.search)
  for (const name of [...query.keys()])
    if (name.startsWith('/') || name === 'do' || name === 'reply') query.delete(name)
  return () => localizeHref(`/desk/reports/${event.params.code}${query.size > 0 ? `?${query}` : ''}`)
}

type Plan = Parameters<typeof formAction>[1]

/** A verb of the desk as a form: its input, its action, and back to the case. */
function verb(schema: Plan['schema'], run: Plan['run']) {
  return (event: RequestEvent) =>
    formAction(event, { schema, run, more: { code: event.params.code }, then: backToCase(event) })
}

/** An answer carries photos: what was taken of them survives a mistake elsewhere in the form. */
async function answer(event: RequestEvent) {
  const form = await event.request.formData()
  const taken = await takeFormFiles(event.locals.context, {
    form,
    field: 'photos',
    purpose: 'evidence',
    most: inputs.mostPhotos,
    key: String(form.get('idempotencyKey') ?? ''),
  })
  const [wrong] = taken.refused
  if (wrong) {
    const { words } = event.locals.context.outside
    const message = words.refusal(wrong.code, event.locals.context.language, wrong.details)
    return fail(422, {
      message,
      refusal: wrong.code,
      errors: [{ path: 'photos', message }],
      values: { photos: taken.ids },
    })
  }
  return formAction(event, {
    form,
    schema: inputs.answerReportInput,
    run: answerReport,
    more: { code: event.params.code, photos: taken.ids },
    then: backToCase(event),
  })
}

export const actions: Actions = {
  accept: verb(inputs.acceptReportInput, acceptReport as Plan['run']),
  assign: verb(inputs.assignReportInput, assignReport as Plan['run']),
  reject: verb(inputs.rejectReportInput, rejectReport as Plan['run']),
  merge: verb(inputs.mergeReportsInput, mergeReports as Plan['run']),
  'ask-for-more': verb(inputs.askForMoreInput, askForMore as Plan['run']),
  return: verb(inputs.returnReportInput, returnReport as Plan['run']),
  start: verb(inputs.startReportInput, startReport as Plan['run']),
  'request-extension': verb(inputs.requestExtensionInput, requestExtension as Plan['run']),
  'decide-extension': verb(inputs.decideExtensionInput, decideExtension as Plan['run']),
  answer,
  'approve-answer': verb(inputs.approveAnswerInput, approveAnswer as Plan['run']),
  publish: verb(inputs.publishReportInput, publishReport as Plan['run']),
  close: verb(inputs.closeReportInput, closeReport as Plan['run']),
  note: verb(addNoteInput, addNote as Plan['run']),
  reveal: async (event) => {
    const contact = await formAction(event, {
      schema: inputs.revealContactInput,
      run: revealContact,
      more: { code: event.params.code },
    })
    return 'status' in contact ? contact : { contact }
  },
}
