import type { z } from 'zod'
import { namePeople } from '#people/name-people.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { reportAtDesk } from './report-at-desk.ts'
import { afterOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import { nameOfAgency, referenceOf } from './report-reference.ts'
import type { listNotesInput } from './rules/deskwork-inputs.ts'
import type { NoteView } from './rules/deskwork-views.ts'
import { readNotes } from './store/notes.server.ts'

/** What colleagues wrote to each other about a report, newest first. Refuses not-your-report. */
export async function listNotes(
  context: Context<ReportsWorld>,
  input: z.output<typeof listNotesInput>,
): Promise<PageOf<NoteView>> {
  allow(context, 'signed-in')
  const report = await reportAtDesk(context, input.code)
  const after = afterOf(input.cursor)
  const search = { reportId: report.id, after: after?.at === 'infinity' ? null : after, limit: input.limit }
  const page = cutPage(await readNotes(context.db, search), input.limit, (row) => [row.at.toString(), row.id])
  const names = await namePeople(context, {
    ids: page.items.flatMap((row) => [row.person_id, ...row.mentioned]),
  })
  const reference = await referenceOf(context)
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      at: isoInProvince(row.at),
      by: row.person_id === null ? null : (names.get(row.person_id) ?? null),
      agency: row.agency === null ? null : nameOfAgency(reference, row.agency, context.language),
      text: row.text,
      mentioned: row.mentioned.map((id) => names.get(id) ?? ''),
    })),
  }
}
