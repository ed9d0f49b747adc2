import { m } from '#design/messages/messages.js'

/** The state's emergency numbers, bundled with the pages so that they are there when the network is not. */
export const emergencyNumbers = ['112', '113', '114', '115', '111'] as const

export type EmergencyNumber = (typeof emergencyNumbers)[number]

/** Name and occasion of each, for the emergency page. */
export function emergencyCalls(): { number: EmergencyNumber; name: string; text: string }[] {
  return [
    { number: '112', name: m.sos_112_name(), text: m.sos_112_text() },
    { number: '113', name: m.sos_113_name(), text: m.sos_113_text() },
    { number: '114', name: m.sos_114_name(), text: m.sos_114_text() },
    { number: '115', name: m.sos_115_name(), text: m.sos_115_text() },
    { number: '111', name: m.sos_111_name(), text: m.sos_111_text() },
  ]
}
