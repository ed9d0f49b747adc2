import type ProposalsType from '#reports/ui/Proposals.svelte'
import type { PageLoad } from './$types'

/** Brought only when it is wanted, so that the first view does not carry it. */
const lazily = import.meta.glob<typeof ProposalsType>('../../../../reports/ui/Proposals.svelte', {
  import: 'default',
})

/**
 * With a script the proposals come with the first words. Where the form came back without one, its address says that it
 * was sent, and they are drawn by the server.
 */
export const load: PageLoad = async ({ data, url }) => {
  const sent = ['/send', '/code'].some((action) => url.searchParams.has(action))
  const [bring] = Object.values(lazily)
  return { ...data, proposals: sent && bring ? await bring() : null }
}
