import { featuresOf } from './text-features.ts'

/** A linear classifier of texts: for each feature how much it speaks for each category. */
export interface CategoryModel {
  readonly categories: readonly string[]
  /** The place of each feature in the weights, and how rare it is. */
  readonly features: ReadonlyMap<string, { readonly at: number; readonly rarity: number }>
  /** One after the other by feature, then by category. */
  readonly weights: Float32Array
  /** How sharply weights become probabilities: learnt, so that 0.7 is right about seven times in ten. */
  readonly sharpness: number
  /** How rare a word is that was never seen. */
  readonly unseenRarity: number
}

export interface Proposed {
  readonly code: string
  /** Between 0 and 1; those of all categories make 1. */
  readonly probability: number
}

/** A text as numbers: the places of its features with their rarity, scaled to length one. */
export type Vector = readonly (readonly [at: number, value: number])[]

export function vectorOf(features: CategoryModel['features'], text: string): Vector {
  const found = [...new Set(featuresOf(text))].flatMap((feature) => features.get(feature) ?? [])
  const length = Math.hypot(...found.map(({ rarity }) => rarity)) || 1
  return found.map(({ at, rarity }) => [at, rarity / length])
}

/** The categories a text can belong to, likeliest first. Nothing when no word of it was ever learnt. */
export function proposeCategories(model: CategoryModel, text: string, most: number): Proposed[] {
  const vector = vectorOf(model.features, text)
  if (vector.length === 0) return []
  const scores = scoresOf(model, vector)
  const chances = chancesOf(scores, model.sharpness)
  return model.categories
    .map((code, at) => ({ code, probability: chances[at] ?? 0 }))
    .sort((one, other) => other.probability - one.probability)
    .slice(0, most)
}

export function scoresOf(model: Pick<CategoryModel, 'categories' | 'weights'>, vector: Vector): Float64Array {
  const width = model.categories.length
  const scores = new Float64Array(width)
  for (const [feature, value] of vector) {
    for (let at = 0; at < width; at += 1) {
      scores[at] = (scores[at] ?? 0) + (model.weights[feature * width + at] ?? 0) * value
    }
  }
  return scores
}

/** Scores as chances that make one. */
export function chancesOf(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - top) * sharpness))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}

/** The rarest words of a text, without accents: what finds texts about the same thing. */
export function rarestWords(model: CategoryModel | null, words: readonly string[], most: number): string[] {
  const rarity = (word: string) => model?.features.get(word)?.rarity ?? model?.unseenRarity ?? 1
  const telling = [...new Set(words)].filter((word) => word.length > 1 && featuresOf(word).includes(word))
  return telling.sort((one, other) => rarity(other) - rarity(one)).slice(0, most)
}
