import { refusePlatform } from '../pure/platform-refusals.ts'

/** Lets a few through at a time. Work that takes much memory goes through one. */
export interface Turnstile {
  pass<Result>(work: () => Promise<Result>): Promise<Result>
}

const retryAfterSeconds = 5

/** A turnstile for `atOnce` works; when `mostWaiting` more stand before it the next is refused not-ready. */
export function makeTurnstile(atOnce: number, mostWaiting: number): Turnstile {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    async pass(work) {
      if (inside >= atOnce) {
        if (waiting.length >= mostWaiting)
          throw refusePlatform('not-ready', { details: { retryAfterSeconds } })
        await new Promise<void>((go) => waiting.push(go))
      } else {
        inside += 1
      }
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}
