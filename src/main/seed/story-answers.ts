type Answer = string | number | boolean | string[]

/** What reporters of the demo answer to the questions of seed/questions.json. */
const believable: Readonly<Record<string, readonly Readonly<Record<string, Answer>>[]>> = {
  'road-damage': [
    { depth: 'deep', accidents: true },
    { depth: 'medium', accidents: false },
    { depth: 'medium' },
  ],
  'landslide-flooding': [
    { trapped: false, passable: 'motorbikes', 'water-depth': 30 },
    { trapped: false, passable: 'no' },
  ],
  'waste-dumping': [{ days: 3, what: ['household'] }, { days: 7, what: ['household', 'building'] }, {}],
  noise: [
    { source: 'karaoke', 'going-on': true },
    { source: 'works', 'going-on': false },
  ],
  'trees-parks': [
    { danger: 'leaning', 'touches-wires': false },
    { danger: 'branches', 'touches-wires': true },
  ],
  'street-lighting': [{ lamps: 4 }, { lamps: 1, pole: 'C-17' }],
  electricity: [
    { 'wire-down': false, houses: 'street' },
    { 'wire-down': false, houses: 'none' },
  ],
  'water-drainage': [{ problem: 'blocked' }, { problem: 'no-water' }],
}

/** The same story answers the same each time it is told. */
export function answersFor(category: string, story: { readonly lat: number }): Record<string, Answer> {
  const sets = believable[category] ?? []
  return { ...sets[Math.floor(Math.abs(story.lat) * 100_000) % Math.max(1, sets.length)] }
}
