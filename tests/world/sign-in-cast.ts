import { createOTP } from '@better-auth/utils/otp'
import { resolveActor } from '#people/resolve-actor.ts'
import { demoPassword, demoSecondStep } from '#people/rules/demo.ts'
import { seedDemoPeople } from '#people/seed-demo-people.ts'
import { sendPhoneCode } from '#people/send-phone-code.ts'
import type { Actor } from '#platform/actor.ts'
import type { TestWorld } from './world.ts'
import { passerBy } from './world.ts'

/** Cookies as a browser would send them back. */
export function carried(cookies: readonly string[]): string {
  return cookies.map((line) => line.split(';')[0]).join('; ')
}

export function headersWith(cookies: readonly string[] = []): Headers {
  return new Headers({ cookie: carried(cookies), 'user-agent': 'Chrome/150 Android' })
}

/** The six digits that were last sent to a phone. */
export async function lastCode(w: TestWorld, phone: string): Promise<string> {
  const { rows } = await w.pool.query<{ body: string }>(
    'select body from sms_outbox where recipient = $1 order by created_at desc, id desc limit 1',
    [phone],
  )
  return /\d{6}/.exec(rows[0]?.body ?? '')?.[0] ?? ''
}

/** Asks for a code and enters it; gives the session's cookies. */
export async function signInByPhone(w: TestWorld, phone: string): Promise<readonly string[]> {
  await sendPhoneCode(w.context(passerBy), { phone })
  const done = await w.signIn.byCode(headersWith(), phone, await lastCode(w, phone))
  return done.cookies
}

export async function whoHas(w: TestWorld, cookies: readonly string[]): Promise<Actor> {
  return resolveActor(w.context(passerBy), { cookies: carried(cookies), receipts: [] })
}

export const demoOfficer = {
  name: 'Phạm Phương Ngân',
  email: 'phan-dinh-phung@demo.thainguyen.example',
  agency: 'ubnd-05443',
  role: 'officer',
}

/** Signs a demo officer in, whole way. */
export async function signInOfficer(w: TestWorld): Promise<readonly string[]> {
  await seedDemoPeople(w.context(), { citizens: [], officers: [demoOfficer] })
  const first = await w.signIn.byPassword(headersWith(), demoOfficer.email, demoPassword)
  const code = await createOTP(demoSecondStep).totp()
  const second = await w.signIn.secondStep(headersWith(first.cookies), code)
  return second.cookies
}
