import { randomInt } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { hashCode } from './code-hash.ts'
import { readPhone } from './rules/phone.ts'
import { refusePeople } from './rules/refusals.ts'
import { savePhoneCode } from './store/phone-codes.server.ts'
import type { PeopleTables } from './store/tables.ts'

export const codeSeconds = 300

/**
 * Sends a one-time code of six digits to a phone; it is valid for five minutes and ends the one sent before. Answers
 * the same whether somebody has an account with that number or not. Refuses phone-not-understood, too-many-requests.
 */
export async function sendPhoneCode(
  context: Context<PeopleTables>,
  input: { phone: string },
): Promise<{ sent: true; secondsValid: number }> {
  allow(context, 'anyone')
  const phone = readPhone(input.phone)
  if (phone === null)
    throw refusePeople('phone-not-understood', { errors: [{ path: 'phone', message: 'field_phone' }] })
  await context.outside.limits.count('code-by-phone', phone)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const now = context.now()
  await inTransaction(context, ({ db, newId }) =>
    savePhoneCode(db, {
      id: newId(),
      phone,
      code_hash: hashCode(context, phone, code),
      expires_at: now.add({ seconds: codeSeconds }),
      created_at: now,
    }),
  )
  await context.outside.sms.send({ to: phone, text: wording(code, context.language) })
  return { sent: true, secondsValid: codeSeconds }
}

/** GSM-7 only: one accented letter would make it a message of 70 characters. */
function wording(code: string, language: 'vi' | 'en'): string {
  if (language === 'en')
    return `C-ThaiNguyen: your code is ${code}, valid for 5 minutes. Never tell it to anybody.`
  return `C-ThaiNguyen: ma cua ban la ${code}, dung trong 5 phut. Khong cho ai biet ma nay.`
}
