import { foldText } from '#platform/pure/fold-text.ts'

interface Colleague {
  readonly id: string
  readonly name: string
}

/** Most colleagues one note calls. */
const mostMentioned = 20

/** Whatever comes after an @, without accents, up to the next @. */
function called(text: string): string[] {
  return text
    .split(/(?<![\p{L}\p{N}])@/u)
    .slice(1)
    .map((part) => `${foldText(part)} `)
}

/**
 * Who is named in a text: `@` and the whole name, or the given name (its last word) where only one colleague has it.
 * Accents and capitals do not matter; the longest name that fits counts.
 */
export function mentionsIn(text: string, colleagues: readonly Colleague[]): string[] {
  const names = colleagues
    .map(({ id, name }) => ({ id, words: foldText(name) }))
    .filter(({ words }) => words !== '')
    .toSorted((a, b) => b.words.length - a.words.length)
  const found = called(text).flatMap((after) => {
    const whole = names.filter(({ words }) => after.startsWith(`${words} `))
    const longest = whole.filter(({ words }) => words === whole[0]?.words)
    if (longest.length > 0) return longest.map(({ id }) => id)
    const given = names.filter(({ words }) => after.startsWith(`${words.split(' ').at(-1) ?? ''} `))
    return given.length === 1 ? given.map(({ id }) => id) : []
  })
  return [...new Set(found)].slice(0, mostMentioned)
}
