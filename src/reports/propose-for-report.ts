import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { foldText } from '#platform/pure/fold-text.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { modelInUse } from './category-model-in-use.ts'
import type { Reference, ReportsWorld } from './report-reference.ts'
import { nameOfCategory, nameOfCommune, referenceOf } from './report-reference.ts'
import type { CategoryModel } from './rules/category-model.ts'
import { proposeCategories, rarestWords } from './rules/category-model.ts'
import { soundsLikeDanger } from './rules/danger.ts'
import { elsewhereOf } from './rules/elsewhere.ts'
import { rankOf, seemAlike } from './rules/look-alikes.ts'
import type { Propose } from './rules/proposal-inputs.ts'
import type { LookAlike, ProposalsView } from './rules/proposal-views.ts'
import { groupOf } from './rules/status.ts'
import type { Candidate } from './store/look-alikes.server.ts'
import { searchLookAlikes } from './store/look-alikes.server.ts'

const mostCategories = 3
const mostLookAlikes = 5
const mostRareWords = 4
const lookBackDays = 365
/** Words shorter than this resemble everything. */
const shortestCompared = 8
/** Letters of a text that are compared; the beginning says what it is about. */
const longestCompared = 1000

/**
 * What can be said of a report before it is sent: the likeliest categories, open and answered reports of the same thing
 * as everybody may read them, and whether it is danger, a complaint, a denunciation or a secret. It keeps nothing.
 */
export async function proposeForReport(
  context: Context<ReportsWorld>,
  input: Propose,
): Promise<ProposalsView> {
  allow(context, 'anyone')
  const reference = await referenceOf(context)
  const model = await modelInUse(context)
  const alike = await lookAlikes(context, input, { reference, model })
  return {
    categories: categoriesFor(context, input.text, { reference, model }),
    duplicates: alike.filter(({ status }) => groupOf(status) === 'open').slice(0, mostLookAlikes),
    answered: alike.filter(({ status }) => groupOf(status) === 'done').slice(0, mostLookAlikes),
    danger: soundsLikeDanger(input.text),
    elsewhere: elsewhereOf(input.text),
  }
}

interface Known {
  readonly reference: Reference
  readonly model: CategoryModel | null
}

function categoriesFor(
  context: Pick<Context<unknown>, 'language'>,
  text: string,
  { reference, model }: Known,
): ProposalsView['categories'] {
  if (model === null) return []
  return proposeCategories(model, text, mostCategories).flatMap(({ code, probability }) => {
    const category = reference.categories.get(code)
    if (!category) return []
    const rounded = Math.round(probability * 1000) / 1000
    return [{ ...nameOfCategory(category, context.language), probability: rounded }]
  })
}

async function lookAlikes(
  context: Context<ReportsWorld>,
  { text, lat, lon, commune }: Propose,
  { reference, model }: Known,
): Promise<LookAlike[]> {
  const folded = foldText(text).slice(0, longestCompared)
  if (folded.length < shortestCompared) return []
  const rows = await searchLookAlikes(context.db, {
    folded,
    rare: rarestWords(model, folded.split(' '), mostRareWords),
    place: lat === undefined || lon === undefined ? null : { lat, lon },
    commune: commune ?? null,
    since: context.now().subtract({ hours: lookBackDays * 24 }),
  })
  const likeness = (row: Candidate) => ({ ...row, sameCommune: row.commune_code === commune })
  return rows
    .filter((row) => seemAlike(likeness(row)))
    .sort((one, other) => rankOf(likeness(other)) - rankOf(likeness(one)))
    .map((row) => lookAlikeOf(row, reference))
}

function lookAlikeOf(row: Candidate, reference: Reference): LookAlike {
  return {
    code: row.code,
    similarity: Math.min(1, Math.round(row.similarity * 100) / 100),
    distanceMetres: row.meters === null ? null : Math.round(row.meters),
    title: row.public_title ?? row.code,
    status: row.status,
    commune: nameOfCommune(reference, row.commune_code),
    filedAt: isoInProvince(row.filed_at),
  }
}
