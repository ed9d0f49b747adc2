import { m } from '#design/messages/messages.js'
import type { EmergencyNumber } from './emergency-numbers.ts'

/** One word for each emergency number, for small buttons; every page carries these, so they stand alone. */
export function shortNames(): { number: EmergencyNumber; label: string }[] {
  return [
    { number: '112', label: m.common_hotline_112() },
    { number: '113', label: m.common_hotline_113() },
    { number: '114', label: m.common_hotline_114() },
    { number: '115', label: m.common_hotline_115() },
    { number: '111', label: m.common_hotline_111() },
  ]
}
