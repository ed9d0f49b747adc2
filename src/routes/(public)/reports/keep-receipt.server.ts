import type { RequestEvent } from '@sveltejs/kit'
import { mostReceipts, readReceipts, receiptsCookie } from '#main/page-context.server.ts'

const yearSeconds = 365 * 86_400

/** This browser remembers the key of what it filed, so that it can follow, rate and reopen without an account. */
export function keepReceipt(event: RequestEvent, key: string): void {
  const others = readReceipts(event.request.headers).filter((other) => other !== key)
  event.cookies.set(receiptsCookie, [key, ...others].slice(0, mostReceipts).join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: yearSeconds,
  })
}
