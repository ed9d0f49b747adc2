import type { Reroute } from '@sveltejs/kit/hooks'
import { deLocalizeUrl } from '#design/messages/runtime.js'

/** `/en/reports` and `/reports` are one page in two languages. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname
