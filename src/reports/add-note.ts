import type { z } from 'zod'
import { listColleagues } from '#people/list-colleagues.ts'
import { namePeople } from '#people/name-people.ts'
import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { NoteEvent } from './deskwork.events.ts'
import { reportAtDesk } from './report-at-desk.ts'
import type { ReportsWorld } from './report-reference.ts'
import { nameOfAgency, referenceOf } from './report-reference.ts'
import type { addNoteInput } from './rules/deskwork-inputs.ts'
import type { NoteView } from './rules/deskwork-views.ts'
import { mentionsIn } from './rules/mentions.ts'
import { provinceIntake } from './rules/permissions.ts'
import { insertNote } from './store/notes.server.ts'

/**
 * An officer leaves a note at a report for colleagues; those named with @ hear of it. Citizens never see it, and nothing
 * is moved by it. Only who can open the case can be named: its agency and the province's intake. Refuses not-your-report.
 */
export async function addNote(
  context: Context<ReportsWorld>,
  input: z.output<typeof addNoteInput>,
): Promise<NoteView> {
  allow(context, 'signed-in')
  return inTransaction(context, async (context) => {
    const report = await reportAtDesk(context, input.code)
    const { actor } = context
    const colleagues = await listColleagues(context, { agencies: [report.agency, provinceIntake] })
    const called = mentionsIn(input.text, colleagues).filter((id) => id !== actor.personId)
    const at = context.now()
    const note = { id: context.newId(), report_id: report.id, at, text: input.text }
    await insertNote(context.db, { ...note, person_id: actor.personId, agency: actor.agency }, called)
    const names = await namePeople(context, { ids: [actor.personId, ...called] })
    const by = actor.personId === null ? null : (names.get(actor.personId) ?? null)
    const event: NoteEvent = {
      kind: 'desk-note-added',
      code: report.code,
      agency: report.agency,
      mentioned: called,
      by: by ?? '',
    }
    await announce(context, event)
    const reference = await referenceOf(context)
    return {
      id: note.id,
      at: isoInProvince(at),
      by,
      agency: actor.agency === null ? null : nameOfAgency(reference, actor.agency, context.language),
      text: note.text,
      mentioned: called.map((id) => names.get(id) ?? ''),
    }
  })
}
