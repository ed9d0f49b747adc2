import { learnCategories } from '#reports/learn-categories.ts'
import { packModel, unpackModel } from '#reports/pack-model.ts'
import type { Measure } from '#reports/rules/category-measure.ts'
import { measureModel } from '#reports/rules/category-measure.ts'
import { heldBackCases, seedExamples } from '#reports/seed-examples.ts'

/** `npm run categories:evaluate`: learns from the seed's examples and says how well it does on the cases held back. */
async function run(): Promise<void> {
  const [examples, cases] = await Promise.all([seedExamples(), heldBackCases()])
  const from = performance.now()
  const learnt = learnCategories(examples)
  const milliseconds = Math.round(performance.now() - from)
  const kept = packModel(learnt)
  const model = unpackModel(kept)
  const measure = measureModel(model, cases)
  const lines = [
    `learnt from ${examples.length} examples in ${milliseconds} ms: ${model.features.size} features, ${model.categories.length} categories, ${kept.length} bytes kept`,
    `held back: ${measure.cases} cases that were never learnt`,
    `first proposal right: ${percent(measure.firstRight)} · among the first three: ${percent(measure.threeRight)}`,
    '',
    ...confusionTable(measure, model.categories),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** Rows are what a case is, columns what was proposed first; categories by number, dots for nought. */
function confusionTable({ confusion }: Measure, categories: readonly string[]): string[] {
  const name = (code: string, at: number) => `${String(at + 1).padStart(2)} ${code.padEnd(22)}`
  const head = categories.map((_code, at) => String(at + 1).padStart(3)).join('')
  const rows = categories.map((code, at) => {
    const row = confusion.get(code)
    const counts = categories.map((other) => row?.get(other) ?? 0)
    return name(code, at) + counts.map((count) => String(count || '·').padStart(3)).join('')
  })
  return [`${' '.repeat(25)}${head}`, ...rows]
}

await run()
