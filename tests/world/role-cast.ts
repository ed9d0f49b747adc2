import { createOTP } from '@better-auth/utils/otp'
import { demoPassword, demoSecondStep } from '#people/rules/demo.ts'
import { seedDemoPeople } from '#people/seed-demo-people.ts'
import type { Actor } from '#platform/actor.ts'
import { carried, headersWith, signInByPhone, whoHas } from './sign-in-cast.ts'
import type { TestWorld } from './world.ts'

/** Everybody who may stand before a door, by what they are to a report of the ward of Phan Đình Phùng. */
export const roles = [
  'stranger',
  'citizen',
  'reporter',
  'officer',
  'head',
  'elsewhere',
  'province',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The agency that answers for the reports of these tests, and another one. */
export const ward = 'ubnd-05443'
const otherWard = 'ubnd-05455'

const staff: Readonly<Record<'officer' | 'head' | 'elsewhere' | 'province' | 'administrator', string[]>> = {
  officer: [ward, 'officer'],
  head: [ward, 'head'],
  elsewhere: [otherWard, 'head'],
  province: ['ioc', 'intake-lead'],
  administrator: ['ioc', 'administrator'],
}

/** Somebody with a session of their own: the cookies of a browser, and who that is to the house. */
export interface Player {
  readonly cookie: string
  readonly actor: Actor
}

/** Signs everybody in, each by the way that is theirs; the stranger has no cookie. */
export async function castOfRoles(w: TestWorld): Promise<Record<Role, Player>> {
  // The doors of the house read the real clock.
  w.clock.set(Temporal.Now.instant())
  const officers = Object.entries(staff).map(([name, [agency = '', role = '']]) => ({
    name: `Người ${name}`,
    email: emailOf(name),
    agency,
    role,
  }))
  await seedDemoPeople(w.context(), { citizens: [], officers })
  const byPhone = async (phone: string) => playerWith(w, await signInByPhone(w, phone))
  const byPassword = async (name: string) => playerWith(w, await signInAs(w, emailOf(name)))
  return {
    stranger: await playerWith(w, []),
    citizen: await byPhone('+84912345671'),
    reporter: await byPhone('+84912345672'),
    officer: await byPassword('officer'),
    head: await byPassword('head'),
    elsewhere: await byPassword('elsewhere'),
    province: await byPassword('province'),
    administrator: await byPassword('administrator'),
  }
}

function emailOf(name: string): string {
  return `${name}@roles.example`
}

async function signInAs(w: TestWorld, email: string): Promise<readonly string[]> {
  const first = await w.signIn.byPassword(headersWith(), email, demoPassword)
  const code = await createOTP(demoSecondStep).totp()
  return (await w.signIn.secondStep(headersWith(first.cookies), code)).cookies
}

async function playerWith(w: TestWorld, cookies: readonly string[]): Promise<Player> {
  return { cookie: carried(cookies), actor: await whoHas(w, cookies) }
}
