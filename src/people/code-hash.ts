import { createHash, createHmac } from 'node:crypto'
import type { Context } from '#platform/context.ts'

/** A code is kept as a keyed hash, bound to its phone: who reads the table cannot use it. */
export function hashCode(context: Pick<Context<unknown>, 'outside'>, phone: string, code: string): Buffer {
  return createHmac('sha256', context.outside.settings.secret).update(`code ${phone} ${code}`).digest()
}

/** Of a long random secret a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
