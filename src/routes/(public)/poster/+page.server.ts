import { drawQr } from '#design/qr.server.ts'
import { localizeHref } from '#design/messages/runtime.js'
import type { PageServerLoad } from './$types'

/** The address on the poster is the one the platform is known by, whatever address it is printed from. */
export const load: PageServerLoad = ({ locals }) => {
  const { publicUrl } = locals.context.outside.settings
  const home = new URL(localizeHref('/'), publicUrl).href
  return { address: new URL(publicUrl).host, qr: drawQr(home) }
}
