import { m } from '#design/messages/messages.js'
import type { publicGroups } from '../rules/words.ts'

export const publicGroupWords: Readonly<Record<(typeof publicGroups)[number], () => string>> = {
  all: m.reports_group_all,
  open: m.reports_group_open,
  done: m.reports_group_done,
}

const categoryGroups: Readonly<Record<string, () => string>> = {
  disaster: m.reports_category_group_disaster,
  economy: m.reports_category_group_economy,
  education: m.reports_category_group_education,
  environment: m.reports_category_group_environment,
  government: m.reports_category_group_government,
  health: m.reports_category_group_health,
  land: m.reports_category_group_land,
  order: m.reports_category_group_order,
  society: m.reports_category_group_society,
  transport: m.reports_category_group_transport,
  utilities: m.reports_category_group_utilities,
}

/** The name of a group of categories; a group that officers added goes by its code. */
export function categoryGroupWords(group: string): string {
  return categoryGroups[group]?.() ?? group
}
