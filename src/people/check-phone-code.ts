import { timingSafeEqual } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { hashCode } from './code-hash.ts'
import { readPhone } from './rules/phone.ts'
import { refusePeople } from './rules/refusals.ts'
import { lockPhoneCode, removePhoneCode } from './store/phone-codes.server.ts'
import type { PeopleTables } from './store/tables.ts'

/**
 * Uses up the code that was sent to a phone, and gives the number as E.164. A code works once and for five minutes;
 * guesses are counted outside the caller's transaction, because a refusal rolls that one back and guesses would be
 * free. Refuses phone-not-understood, code-wrong, too-many-requests.
 */
export async function checkPhoneCode(
  context: Context<PeopleTables>,
  input: { phone: string; code: string },
): Promise<{ phone: string }> {
  allow(context, 'anyone')
  const phone = readPhone(input.phone)
  if (phone === null)
    throw refusePeople('phone-not-understood', { errors: [{ path: 'phone', message: 'field_phone' }] })
  await context.outside.limits.count('code-guess', phone)
  const wanted = hashCode(context, phone, input.code.trim())
  const right = await inTransaction(context, async ({ db }) => {
    const kept = await lockPhoneCode(db, phone, context.now())
    if (!kept || !timingSafeEqual(kept.code_hash, wanted)) return false
    await removePhoneCode(db, kept.id)
    return true
  })
  if (!right) throw refusePeople('code-wrong', { errors: [{ path: 'code', message: 'code-wrong' }] })
  await context.outside.limits.forgive('code-guess', phone)
  return { phone }
}
