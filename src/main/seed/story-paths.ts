import type { Chance } from './chance.ts'

/** Where the story of a report leads. It is cut at the present, so that young reports stand halfway. */
export const outcomes = [
  'waiting',
  'accepted',
  'assigned',
  'returned',
  'asked',
  'silent',
  'working',
  'late',
  'extension-asked',
  'extended',
  'proposed',
  'answered',
  'answered-after-asking',
  'answered-after-return',
  'answered-after-extension',
  'answered-late',
  'reopened',
  'answered-again',
  'rejected',
  'merged',
  'withdrawn',
] as const
export type Outcome = (typeof outcomes)[number]

type Share = Partial<Record<Outcome, number>>

/** What becomes of reports of the last three days, of the last twelve, and of older ones; shares of a hundred. */
const shares: Readonly<Record<'young' | 'middle' | 'old', Share>> = {
  young: {
    waiting: 20,
    accepted: 14,
    assigned: 12,
    returned: 8,
    asked: 8,
    working: 22,
    answered: 6,
    rejected: 5,
    withdrawn: 5,
  },
  middle: {
    answered: 28,
    working: 20,
    late: 4,
    'answered-after-asking': 7,
    asked: 5,
    extended: 6,
    'extension-asked': 4,
    proposed: 5,
    'answered-after-return': 5,
    returned: 3,
    reopened: 7,
    rejected: 5,
    merged: 4,
    withdrawn: 2,
  },
  old: {
    answered: 50,
    'answered-after-extension': 8,
    'answered-after-asking': 6,
    'answered-after-return': 6,
    'answered-late': 7,
    'answered-again': 4,
    silent: 3,
    rejected: 6,
    merged: 4,
    withdrawn: 2,
  },
}

const youngDays = 3
const middleDays = 12
/** So many cards one shuffled stack has; each share is at least one card. */
const stackSize = 24

/** Deals outcomes from shuffled stacks, so that even a few reports show every one. */
export function dealOutcomes(chance: Chance): (ageDays: number) => Outcome {
  const stacks: Record<keyof typeof shares, Outcome[]> = { young: [], middle: [], old: [] }
  return (ageDays) => {
    const age = ageDays < youngDays ? 'young' : ageDays < middleDays ? 'middle' : 'old'
    if (stacks[age].length === 0) stacks[age] = shuffledStack(chance, shares[age])
    return stacks[age].pop() ?? 'answered'
  }
}

function shuffledStack(chance: Chance, share: Share): Outcome[] {
  const cards = outcomes.flatMap((outcome) => {
    const percent = share[outcome] ?? 0
    return percent === 0
      ? []
      : new Array<Outcome>(Math.max(1, Math.round((percent * stackSize) / 100))).fill(outcome)
  })
  return cards
    .map((card) => ({ card, order: chance.between(0, 1) }))
    .sort((a, b) => a.order - b.order)
    .map(({ card }) => card)
}
