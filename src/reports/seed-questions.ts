import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { forgetReference } from './report-reference.ts'
import { mostQuestions, questionSchema } from './rules/questions.ts'
import { insertQuestions } from './store/questions.server.ts'
import type { ReportsTables } from './store/tables.ts'

const file = join(import.meta.dirname, '../../seed/questions.json')
const seeds = z.record(z.string(), z.array(questionSchema).max(mostQuestions))

/** Loads what categories ask, as their first version. Safe to repeat: what officers changed since stays. */
export async function seedQuestions(context: Context<ReportsTables>): Promise<void> {
  allow(context, 'edit-questions')
  for (const [category, questions] of Object.entries(seeds.parse(JSON.parse(await readFile(file, 'utf8'))))) {
    await insertQuestions(context.db, {
      category,
      version: 1,
      questions,
      made_at: context.now(),
      made_by: null,
    })
  }
  forgetReference(context)
}
