import { m } from '#design/messages/messages.js'

const dayMilliseconds = 86_400_000

/** How an answer stands to its deadline: `trước hạn 1 ngày`, `đúng hạn`, `muộn 2 ngày`. */
export function deadlineWords(
  answer: { readonly at: string; readonly onTime: boolean },
  dueAt: string | null,
): string {
  if (dueAt === null) return answer.onTime ? m.reports_page_answer_in_time() : ''
  const days = Math.floor(Math.abs(Date.parse(dueAt) - Date.parse(answer.at)) / dayMilliseconds)
  if (!answer.onTime)
    return days === 0 ? m.reports_page_answer_late_hours() : m.reports_page_answer_late({ days })
  if (days === 0) return m.reports_page_answer_in_time()
  return days === 1 ? m.reports_page_answer_early_one() : m.reports_page_answer_early({ days })
}
