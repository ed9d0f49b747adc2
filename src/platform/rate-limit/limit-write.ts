import type { Context } from '../context.ts'
import type { LimitName } from './limits.ts'

/**
 * Counts one write of whoever asks: a person by who they are, a stranger by address. Refuses too-many-requests with
 * `retryAfterSeconds`.
 */
export async function limitWrite(
  context: Pick<Context<unknown>, 'actor' | 'outside'>,
  address: string,
): Promise<void> {
  const { actor, outside } = context
  if (actor.kind === 'system') return
  if (actor.personId !== null) await outside.limits.count('signed-in-write', actor.personId)
  else await outside.limits.count('anonymous-write', networkOf(address))
}

/** Counts one question that takes long to answer, as writes are counted. Refuses too-many-requests. */
export async function limitAsking(
  context: Pick<Context<unknown>, 'actor' | 'outside'>,
  address: string,
  name: Extract<LimitName, 'dear-question' | 'open311'> = 'dear-question',
): Promise<void> {
  await context.outside.limits.count(name, context.actor.personId ?? networkOf(address))
}

/** An address as the limits know it: of IPv6 only the network, because one home has all addresses of it. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [left = '', right = ''] = plain.toLowerCase().split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === '' ? [] : right.split(':')
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
    : []
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
