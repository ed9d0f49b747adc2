import { foldText } from '#platform/pure/fold-text.ts'

/** One feature of a text: `duong` (a syllable without accents), `=đường` (with them), `o_ga` (a pair). */
export type Feature = string

/** Syllables of one text that are looked at. */
const mostSyllables = 400
const onlyDigits = /^\d+$/
/** Syllables that say nothing of what a text is about; they still count inside pairs. */
const empty = new Set(
  'a ai anh ay ban bi cac cai cang chi cho chung co con cua cung cu da dang de di do duoc e em gi giup hay het hom khi khong la lai lam len luc luon ma mai may minh moi mong mot nay nen neu ngay nha nhe nhieu nhu nhung nho no o oi qua ra rang rat roi rui sao sau se ta tai the thi toi trong tren tu va van vao ve vi viec voi vua xin xuong a the is of to and in on it are was at for there this that'.split(
    ' ',
  ),
)

/**
 * What the learning sees of a text: its syllables without and with accents, and pairs of neighbours without accents, so
 * that a text typed without accents still meets what was learnt from texts with them. Numbers are one and the same.
 */
export function featuresOf(text: string): Feature[] {
  const folded = foldText(text).split(' ').filter(Boolean).slice(0, mostSyllables).map(numbersAlike)
  const single = folded.filter((syllable) => !empty.has(syllable) && syllable !== '#')
  const accented = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, mostSyllables)
    .filter((syllable) => foldText(syllable) !== syllable)
    .map((syllable) => `=${syllable}`)
  return [...single, ...accented, ...pairsOf(folded)]
}

function numbersAlike(syllable: string): string {
  return onlyDigits.test(syllable) ? '#' : syllable
}

function pairsOf(syllables: readonly string[]): string[] {
  return syllables.slice(1).flatMap((syllable, at) => {
    const before = syllables[at] ?? ''
    return empty.has(before) && empty.has(syllable) ? [] : [`${before}_${syllable}`]
  })
}
