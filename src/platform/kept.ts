import type { Context, Outside } from './context.ts'

type Place = Pick<Context<unknown>, 'outside'>

/** Something that seldom changes, as this process has it. */
export interface Kept<Tables, Value> {
  get(context: Context<Tables>): Promise<Value>
  /** After a change made here: the next reader reads anew. */
  readonly forget: (place: Place) => void
}

/** How old it may be: a change that nobody told of reaches every process within this time. */
const freshMilliseconds = 30_000

const all: ((place: Place) => void)[] = []

/** Reads something once for each process, and again when it is older than half a minute or was forgotten. */
export function keep<Tables, Value>(read: (context: Context<Tables>) => Promise<Value>): Kept<Tables, Value> {
  const known = new WeakMap<Outside, { readonly value: Promise<Value>; readonly at: number }>()
  const kept: Kept<Tables, Value> = {
    get(context) {
      const { outside } = context
      const before = known.get(outside)
      // Somebody else's read may fail with his connection; then everybody reads for himself.
      if (before && performance.now() - before.at < freshMilliseconds)
        return before.value.catch(() => read(context))
      const now = { value: read(context), at: performance.now() }
      known.set(outside, now)
      now.value.catch(() => known.get(outside) === now && known.delete(outside))
      return now.value
    },
    forget: ({ outside }) => void known.delete(outside),
  }
  all.push(kept.forget)
  return kept
}

/** Forgets everything that is kept, as after a change that another process tells of. */
export function forgetKept(place: Place): void {
  for (const forget of all) forget(place)
}
