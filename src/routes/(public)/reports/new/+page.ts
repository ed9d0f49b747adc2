import type { PageLoad } from './$types'

/**
 * With a script the proposals come with the first words and the questions with the category. Where the form came back
 * without one, its address says that it was sent, and they are drawn by the server: the first view carries neither.
 */
export const load: PageLoad = async ({ data, url }) => {
  const sent = ['/send', '/code', '/questions'].some((action) => url.searchParams.has(action))
  if (!sent) return { ...data, Proposals: null, AskedQuestions: null }
  const [proposals, asked] = await Promise.all([
    import('#reports/ui/Proposals.svelte'),
    import('#reports/ui/AskedQuestions.svelte'),
  ])
  return { ...data, Proposals: proposals.default, AskedQuestions: asked.default }
}
