import { expect } from '@playwright/test'
import { askDatabase } from './ask-database.ts'

/** The newest code that was sent to a phone, `+84…`, since a moment; waits until it is there. */
export async function codeSentTo(phone: string, since: Date): Promise<string> {
  let code = ''
  await expect(async () => {
    const [sent] = await askDatabase<{ body: string }>(
      'select body from sms_outbox where recipient = $1 and created_at >= $2 order by created_at desc, id desc limit 1',
      [phone, since],
    )
    code = /\b\d{6}\b/.exec(sent?.body ?? '')?.[0] ?? ''
    expect(code).not.toBe('')
  }).toPass({ timeout: 10_000 })
  return code
}
