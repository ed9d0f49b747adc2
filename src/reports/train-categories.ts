import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { forgetModel } from './category-model-in-use.ts'
import { learnCategories } from './learn-categories.ts'
import { packModel } from './pack-model.ts'
import type { Example } from './rules/category-measure.ts'
import { measureModel } from './rules/category-measure.ts'
import { heldBackCases, seedExamples } from './seed-examples.ts'
import {
  dropOldModels,
  insertModel,
  lockModels,
  readCorrectedTexts,
  readNewestHash,
} from './store/report-models.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** A model is used when, on the cases held back, it does at least this well. */
const leastFirstRight = 0.8
const mostCorrections = 20_000
const modelsKept = 12

/**
 * Learns the categories anew from the seed's examples and from what officers corrected. Nothing happens when there is
 * nothing new to learn; a model that does badly on the cases held back is kept for a look, but not used.
 */
export async function trainCategories(context: Context<ReportsTables>): Promise<void> {
  allow(context, 'intake-reports')
  const seeds = await seedExamples()
  const cases = await heldBackCases()
  await inTransaction(context, async ({ db }) => {
    await lockModels(db)
    const examples = [...seeds, ...(await readCorrectedTexts(db, mostCorrections))]
    const hash = hashOf(examples)
    if ((await readNewestHash(db))?.equals(hash)) return
    const model = learnCategories(examples)
    const { firstRight, threeRight } = measureModel(model, cases)
    await insertModel(db, {
      made_at: context.now(),
      examples: examples.length,
      examples_hash: hash,
      first_right: firstRight,
      three_right: threeRight,
      in_use: firstRight >= leastFirstRight,
      weights: packModel(model),
    })
    await dropOldModels(db, modelsKept)
  })
  forgetModel(context)
}

function hashOf(examples: readonly Example[]): Buffer {
  return createHash('sha256').update(JSON.stringify(examples)).digest()
}
