import type { PageLoad } from './$types'

/** What only the reporter sees is fetched for the reporter alone: everybody else reads the page without its weight. */
export const load: PageLoad = async ({ data }) => {
  const { may } = data.report
  const judges = may.includes('rate') || may.includes('reopen')
  const [receipt, more, verdict, withdraw] = await Promise.all([
    data.sent ? import('#reports/ui/Receipt.svelte') : null,
    may.includes('give-more') ? import('#reports/ui/GiveMore.svelte') : null,
    judges ? import('#reports/ui/Verdict.svelte') : null,
    may.includes('withdraw') ? import('#reports/ui/Withdraw.svelte') : null,
  ])
  return {
    ...data,
    Receipt: receipt?.default ?? null,
    GiveMore: more?.default ?? null,
    Verdict: verdict?.default ?? null,
    Withdraw: withdraw?.default ?? null,
  }
}
