/** A seeded source of chance: the same seed always gives the same province. */
export interface Chance {
  /** From `low` up to but without `high`. */
  between(low: number, high: number): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True in `share` (0 to 1) of all cases. */
  hit(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Picks by weight. */
  weigh<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item
}

/** Chance that repeats itself for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + next() * (high - low)
  return {
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    hit: (share) => next() < share,
    pick: (items) => pickAt(items, Math.floor(next() * items.length)),
    weigh: (items, weightOf) => weighIn(items, { weightOf, at: next() }),
  }
}

function pickAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function weighIn<Item>(items: readonly Item[], by: { weightOf: (item: Item) => number; at: number }): Item {
  const total = items.reduce((sum, item) => sum + by.weightOf(item), 0)
  let left = by.at * total
  for (const item of items) {
    left -= by.weightOf(item)
    if (left < 0) return item
  }
  return pickAt(items, items.length - 1)
}
