import { getLocale } from '#design/messages/runtime.js'
import type { Propose } from '../rules/proposal-inputs.ts'
import type { ProposalsView } from '../rules/proposal-views.ts'

/** A pause in typing after which it is asked. */
const pauseMilliseconds = 600
/** Fewer letters say nothing. */
const shortest = 10

/** Asks what can be proposed when the typing pauses; the answer to an older question never overtakes a newer one. */
export function proposalsAsker(tell: (found: ProposalsView | null) => void): (asked: Propose) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  return (asked) => {
    clearTimeout(timer)
    asking?.abort()
    if (asked.text.trim().length < shortest) {
      tell(null)
      return
    }
    const mine = new AbortController()
    asking = mine
    timer = setTimeout(() => {
      void ask(asked, mine.signal).then((found) => {
        if (found && !mine.signal.aborted) tell(found)
      })
    }, pauseMilliseconds)
  }
}

/** Null when the network or the server is away: proposals are a help, and the form goes on without them. */
async function ask(asked: Propose, signal: AbortSignal): Promise<ProposalsView | null> {
  try {
    const answer = await fetch('/api/v1/reports/proposals', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': getLocale() },
      body: JSON.stringify(asked),
      signal,
    })
    return answer.ok ? ((await answer.json()) as ProposalsView) : null
  } catch {
    return null
  }
}
