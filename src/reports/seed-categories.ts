import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { forgetReference } from './report-reference.ts'
import type { LimitRule } from './rules/deadline.ts'
import { usualLimits } from './rules/deadline.ts'
import { firstLines, urgencies } from './rules/words.ts'
import { addCategories, addLimits } from './store/report-reference.server.ts'
import type { ReportsTables } from './store/tables.ts'

const file = join(import.meta.dirname, '../../seed/categories.json')

const seedCategory = z.strictObject({
  code: z.string(),
  group: z.string(),
  vi: z.string(),
  en: z.string(),
  firstLine: z.enum(firstLines),
  lead: z.string(),
  urgency: z.enum(urgencies),
  confidential: z.boolean().default(false),
  anonymousAllowed: z.boolean().default(true),
  needsProof: z.boolean().default(false),
})

/** Loads the categories of reports and the usual limits. Safe to repeat: what officers changed stays. */
export async function seedCategories(context: Context<ReportsTables>): Promise<void> {
  allow(context, 'intake-reports')
  const seeds = z.array(seedCategory).parse(JSON.parse(await readFile(file, 'utf8')))
  const limits = Object.entries(usualLimits) as [LimitRule['urgency'], LimitRule][]
  await inTransaction(context, async ({ db }) => {
    await addCategories(
      db,
      seeds.map((seed, position) => ({
        code: seed.code,
        group_code: seed.group,
        vi: seed.vi,
        en: seed.en,
        first_line: seed.firstLine,
        lead: seed.lead,
        urgency: seed.urgency,
        confidential: seed.confidential,
        anonymous_allowed: seed.anonymousAllowed,
        needs_proof: seed.needsProof,
        position,
      })),
    )
    await addLimits(
      db,
      limits.map(([urgency, limit]) => ({
        id: context.newId(),
        urgency,
        category: null,
        agency: null,
        accept_minutes: limit.acceptMinutes,
        confirm_minutes: limit.confirmMinutes,
        work_minutes: limit.workMinutes,
        work_days: limit.workDays,
      })),
    )
  })
  forgetReference(context)
}
