import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const shortestDelayMilliseconds = 250
const longestDelayMilliseconds = 10_000

/** A process that is started again whenever it ends by itself, until it is told to stop. */
export interface Kept {
  /** Ends it for good; `gently` says how. */
  stop(gently: (child: ChildProcess) => Promise<void>): Promise<void>
}

/**
 * Watches over a process that must not stay away. When it ends without being asked, `again` starts the next one, with
 * longer and longer waits between tries that fail.
 */
export function keepRunning(first: ChildProcess, again: () => Promise<ChildProcess>): Kept {
  const stopping = new AbortController()
  let child = first
  let returning = Promise.resolve()

  const startAgain = async () => {
    for (
      let delay = shortestDelayMilliseconds;
      !stopping.signal.aborted;
      delay = Math.min(delay * 2, longestDelayMilliseconds)
    ) {
      await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      const next = await again().catch(() => null)
      if (next === null) continue
      child = next
      watch()
      return
    }
  }
  const watch = () => {
    child.once('exit', () => {
      if (!stopping.signal.aborted) returning = startAgain()
    })
  }
  watch()
  return {
    stop: async (gently) => {
      stopping.abort()
      await returning
      await gently(child)
    },
  }
}
