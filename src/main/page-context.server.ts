import { v7 as uuidv7 } from 'uuid'
import { resolveActor } from '#people/resolve-actor.ts'
import { stranger } from '#platform/actor.ts'
import type { Context, Language } from '#platform/context.ts'
import type { AllTables } from './tables.ts'
import type { World } from './world.server.ts'

/** What a request tells of who asks. */
export interface Asking {
  readonly headers: Headers
  readonly url: URL
  readonly address: string
}

/** Cookie that carries the secret keys of what was filed from this browser without an account. */
export const receiptsCookie = 'ctn_receipts'
export const mostReceipts = 30
const receiptForm = /^[A-Za-z0-9_-]{16,64}$/

/** The context of one page or API request: who asks, in which language. */
export async function contextOfPage(world: World, asking: Asking): Promise<Context<AllTables>> {
  const receipts = readReceipts(asking.headers)
  const language = languageOf(asking)
  const requestId = uuidv7()
  const nobody = world.contextFor({ actor: stranger(receipts), language, requestId })
  const cookies = asking.headers.get('cookie') ?? ''
  const actor = await resolveActor(nobody, { cookies, receipts })
  return world.contextFor({ actor, language, requestId })
}

/** Pages say their language in the address; API clients in Accept-Language. */
function languageOf(asking: Asking): Language {
  const { pathname } = asking.url
  if (pathname.startsWith('/api/')) {
    return /^\s*en\b/i.test(asking.headers.get('accept-language') ?? '') ? 'en' : 'vi'
  }
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi'
}

/** The receipts in a cookie header; whatever does not look like one is left out. */
export function readReceipts(headers: Headers): string[] {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  const found = cookies.find((cookie) => cookie.startsWith(`${receiptsCookie}=`))
  const keys = (found ?? '').slice(receiptsCookie.length + 1).split('.')
  return keys.filter((key) => receiptForm.test(key)).slice(0, mostReceipts)
}
