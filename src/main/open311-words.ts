import { m } from '#design/messages/messages.js'
import type { Language } from '#platform/context.ts'

/** What the Open311 door says in sentences. */
export const open311Words = {
  contact: (language: Language) => m.reports_open311_contact({}, { locale: language }),
  keyNotice: (language: Language) => m.reports_open311_key_notice({}, { locale: language }),
  danger: (language: Language) => m.reports_open311_danger({}, { locale: language }),
}
