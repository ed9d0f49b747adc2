import type { PageLoad } from './$types'

/**
 * What only the reporter sees is fetched for the reporter alone, and what only an open or an ended report says for such
 * reports alone: everybody else reads the page without its weight.
 */
export const load: PageLoad = async ({ data }) => {
  const { may, group, answer, answers, view } = data.report
  const judges = may.includes('rate') || may.includes('reopen')
  const [receipt, more, verdict, withdraw, promise, end, print, given] = await Promise.all([
    data.sent ? import('#reports/ui/Receipt.svelte') : null,
    may.includes('give-more') ? import('#reports/ui/GiveMore.svelte') : null,
    judges ? import('#reports/ui/Verdict.svelte') : null,
    may.includes('withdraw') ? import('#reports/ui/Withdraw.svelte') : null,
    group === 'open' ? import('#reports/ui/PromiseCard.svelte') : null,
    answer && group !== 'ended' ? null : import('#reports/ui/ReportEnd.svelte'),
    view === 'public' ? null : import('#reports/ui/PrintLink.svelte'),
    answers.length > 0 ? import('#reports/ui/GivenAnswers.svelte') : null,
  ])
  return {
    ...data,
    Receipt: receipt?.default ?? null,
    GiveMore: more?.default ?? null,
    Verdict: verdict?.default ?? null,
    Withdraw: withdraw?.default ?? null,
    PromiseCard: promise?.default ?? null,
    ReportEnd: end?.default ?? null,
    PrintLink: print?.default ?? null,
    GivenAnswers: given?.default ?? null,
  }
}
