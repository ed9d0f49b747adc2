import type { Reaction } from '#platform/context.ts'
import { sendNotice } from '#notices/send-notice.ts'
import type { NoteEvent } from '#reports/deskwork.events.ts'

/** Officers hear in their inbox what colleagues ask of them. */
export const deskNotices: readonly Reaction[] = [
  {
    on: 'desk-note-added',
    run: async (context, event) => {
      const { code, mentioned, by } = event as NoteEvent
      if (mentioned.length === 0) return
      await sendNotice(context, {
        personIds: mentioned,
        kind: 'desk-report-mentioned',
        subject: code,
        params: { code, by },
      })
    },
  },
]
