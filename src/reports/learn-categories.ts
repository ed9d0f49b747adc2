import naiveBayes from 'ml-naivebayes'
import type { Example } from './rules/category-measure.ts'
import type { CategoryModel } from './rules/category-model.ts'
import { chancesOf, scoresOf, vectorOf } from './rules/category-model.ts'
import { featuresOf } from './rules/text-features.ts'

/** A feature of one text alone says nothing of others; and so no name of a person gets into a model. */
const fewestTexts = 2
/** How much the examples count against the smoothing of the library, which adds one to each feature. */
const trust = 3
const sharpnesses = [1, 2, 3, 4, 6, 8, 12, 16]
const heldOutEvery = 5

/**
 * Learns a linear classifier from examples: multinomial naive Bayes over weighed features, whose logarithms are linear
 * in the text. Each category counts alike, however many examples it has.
 */
export function learnCategories(examples: readonly Example[]): CategoryModel {
  const rest = examples.filter((_example, at) => at % heldOutEvery !== 0)
  const held = examples.filter((_example, at) => at % heldOutEvery === 0)
  const model = learn(examples)
  return { ...model, sharpness: sharpnessOf(learn(rest), held) }
}

function learn(examples: readonly Example[]): CategoryModel {
  const categories = [...new Set(examples.map(({ category }) => category))].sort()
  const features = countFeatures(examples)
  const sums = categories.map(() => new Float64Array(features.size))
  for (const { category, text } of examples) {
    const sum = sums[categories.indexOf(category)]
    if (sum) for (const [at, value] of vectorOf(features, text)) sum[at] = (sum[at] ?? 0) + value * trust
  }
  return {
    categories,
    features,
    weights: weightsOf(sums, features.size),
    sharpness: 1,
    unseenRarity: Math.log(1 + examples.length),
  }
}

/** The features that more than one text has, with how rare they are. */
function countFeatures(examples: readonly Example[]): Map<string, { at: number; rarity: number }> {
  const counts = new Map<string, number>()
  for (const { text } of examples) {
    for (const feature of new Set(featuresOf(text))) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= fewestTexts)
  return new Map(
    kept.map(([feature, count], at) => [feature, { at, rarity: Math.log(1 + examples.length / count) }]),
  )
}

/** What the library learns, less what a feature says for all categories alike. */
function weightsOf(sums: readonly Float64Array[], width: number): Float32Array {
  const bayes = new naiveBayes.MultinomialNB()
  bayes.train(
    sums.map((sum) => [...sum]),
    sums.map((_sum, at) => at),
  )
  const learnt = bayes.conditionalProbability.to2DArray()
  const weights = new Float32Array(width * sums.length)
  for (let feature = 0; feature < width; feature += 1) {
    const column = learnt.map((row) => row[feature] ?? 0)
    const usual = column.reduce((all, value) => all + value, 0) / column.length
    column.forEach((value, at) => (weights[feature * column.length + at] = value - usual))
  }
  return weights
}

/** The sharpness under which texts that were not learnt are least surprising. */
function sharpnessOf(model: CategoryModel, held: readonly Example[]): number {
  const known = held.flatMap(({ category, text }) => {
    const at = model.categories.indexOf(category)
    return at < 0 ? [] : [{ at, scores: scoresOf(model, vectorOf(model.features, text)) }]
  })
  const surprise = (sharpness: number) =>
    known.reduce((sum, { at, scores }) => sum - Math.log(chancesOf(scores, sharpness)[at] || 1e-12), 0)
  return sharpnesses.reduce((best, next) => (surprise(next) < surprise(best) ? next : best))
}
