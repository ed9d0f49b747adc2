import { createOTP } from '@better-auth/utils/otp'
import { describe, expect, it } from 'vitest'
import {
  carried,
  demoOfficer,
  headersWith,
  lastCode,
  signInByPhone,
  signInOfficer,
  whoHas,
} from '../../tests/world/sign-in-cast.ts'
import { citizen, officer, passerBy, world as makeWorld } from '../../tests/world/world.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { describeMe } from './describe-me.ts'
import { inviteOfficer } from './invite-officer.ts'
import { listOfficers } from './list-officers.ts'
import { listSessions } from './list-sessions.ts'
import { resolveActor } from './resolve-actor.ts'
import { revokeSession } from './revoke-session.ts'
import { demoPassword } from './rules/demo.ts'
import { seedDemoPeople } from './seed-demo-people.ts'
import { sendPhoneCode } from './send-phone-code.ts'
import { updateProfile } from './update-profile.ts'
import { withdrawOfficer } from './withdraw-officer.ts'

const phone = '+84912345678'

/** The sign-in library goes by the real clock, so these tests begin at it. */
async function world(options?: Parameters<typeof makeWorld>[0]) {
  const w = await makeWorld(options)
  w.clock.set(Temporal.Now.instant())
  return w
}

const page = { limit: 30 }

describe('a citizen signs in by a code', () => {
  it('is a new person without a name, and the same person the next time', async () => {
    const w = await world()
    const first = await whoHas(w, await signInByPhone(w, phone))
    expect(first).toMatchObject({ kind: 'citizen', agency: null })
    expect(await describeMe(w.context(first))).toMatchObject({ phone, named: false, email: null })
    await updateProfile(w.context(first), { name: 'Nguyễn Thị Mẫu', commune: '05443' })
    const second = await whoHas(w, await signInByPhone(w, phone))
    expect(second.personId).toBe(first.personId)
    expect(await describeMe(w.context(second))).toMatchObject({ name: 'Nguyễn Thị Mẫu', commune: '05443' })
  })

  it('is refused with a wrong code, an old one, and one that was used', async () => {
    const w = await world()
    await sendPhoneCode(w.context(passerBy), { phone })
    const code = await lastCode(w, phone)
    const wrong = code === '000000' ? '000001' : '000000'
    await expect(w.signIn.byCode(headersWith(), phone, wrong)).rejects.toMatchObject({ code: 'code-wrong' })
    await w.signIn.byCode(headersWith(), phone, code)
    await expect(w.signIn.byCode(headersWith(), phone, code)).rejects.toMatchObject({ code: 'code-wrong' })
    await sendPhoneCode(w.context(passerBy), { phone })
    await w.pool.query("update phone_codes set expires_at = now() - interval '1 second'")
    const late = w.signIn.byCode(headersWith(), phone, await lastCode(w, phone))
    await expect(late).rejects.toMatchObject({ code: 'code-wrong' })
  })

  it('cannot guess for long, even with the right code at the end', async () => {
    const w = await world()
    await sendPhoneCode(w.context(passerBy), { phone })
    const code = await lastCode(w, phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(w.signIn.byCode(headersWith(), phone, wrong)).rejects.toMatchObject({ code: 'code-wrong' })
    }
    await expect(w.signIn.byCode(headersWith(), phone, code)).rejects.toMatchObject({
      code: 'too-many-requests',
    })
  })

  it('gets a few codes an hour, each ending the one before', async () => {
    const w = await world()
    for (let turn = 0; turn < 5; turn += 1) await sendPhoneCode(w.context(passerBy), { phone })
    await expect(sendPhoneCode(w.context(passerBy), { phone })).rejects.toMatchObject({ status: 429 })
    const { rows } = await w.pool.query('select 1 from phone_codes where phone = $1', [phone])
    expect(rows).toHaveLength(1)
  })

  it('leaves no code that could be read in the database', async () => {
    const w = await world()
    await sendPhoneCode(w.context(passerBy), { phone })
    const code = await lastCode(w, phone)
    const { rows } = await w.pool.query('select * from phone_codes')
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})

describe('sessions', () => {
  it('are listed to their owner and end at once when revoked', async () => {
    const w = await world()
    const cookies = await signInByPhone(w, phone)
    const actor = await whoHas(w, cookies)
    const { items } = await listSessions(w.context(actor), page)
    expect(items).toMatchObject([{ device: 'Chrome · Android' }])
    const [session] = items
    const stranger = await whoHas(w, await signInByPhone(w, '+84912345679'))
    const foreign = revokeSession(w.context(stranger), { id: session?.id ?? '' })
    await expect(foreign).rejects.toMatchObject({ code: 'session-not-found', status: 404 })
    await revokeSession(w.context(actor), { id: session?.id ?? '' })
    expect((await whoHas(w, cookies)).kind).toBe('stranger')
  })

  it.each([
    ['another signature', (cookie: string) => cookie.replace(/\.[^.]+$/, '.AAAA')],
    ['another token', (cookie: string) => cookie.replace('session_token=', 'session_token=x')],
    ['a broken escape', () => 'ctn.session_token=%E0%A4%A'],
    ['nothing', () => ''],
  ])('with %s are nobody’s', async (_what, change) => {
    const w = await world()
    const cookies = change(carried(await signInByPhone(w, phone)))
    expect((await resolveActor(w.context(passerBy), { cookies, receipts: ['r'] })).kind).toBe('stranger')
  })
})

describe('an officer', () => {
  const administrator = (personId: string) => officer('so-khoa-hoc-cong-nghe', ['manage-officers'], personId)

  it('of the demo signs in with password and second step, and has what the role allows', async () => {
    const w = await world()
    const actor = await whoHas(w, await signInOfficer(w))
    expect(actor).toMatchObject({ kind: 'officer', agency: 'ubnd-05443' })
    expect([...actor.permissions]).toContain('handle-reports')
    expect([...actor.permissions]).not.toContain('manage-officers')
  })

  it('has nothing after the password alone, and nothing with wrong digits', async () => {
    const w = await world()
    await seedDemoPeople(w.context(), { citizens: [], officers: [demoOfficer] })
    const first = await w.signIn.byPassword(headersWith(), demoOfficer.email, demoPassword)
    expect(first.needsSecondStep).toBe(true)
    expect((await whoHas(w, first.cookies)).kind).toBe('stranger')
    const wrong = w.signIn.secondStep(headersWith(first.cookies), '000000')
    await expect(wrong).rejects.toMatchObject({ code: 'second-step-wrong' })
  })

  it('is not told whether the address or the password was wrong', async () => {
    const w = await world()
    await seedDemoPeople(w.context(), { citizens: [], officers: [demoOfficer] })
    const known = w.signIn.byPassword(headersWith(), demoOfficer.email, 'not-the-password')
    await expect(known).rejects.toMatchObject({ code: 'sign-in-wrong' })
    const unknown = w.signIn.byPassword(headersWith(), 'nobody@demo.thainguyen.example', 'not-the-password')
    await expect(unknown).rejects.toMatchObject({ code: 'sign-in-wrong' })
  })

  it('is invited, chooses a password, sets up the second step, and only then may work', async () => {
    const w = await world()
    const admin = w.context(administrator(w.context().newId()))
    await w.pool.query("insert into people (id, name, email) values ($1, 'Quản trị', 'a@x.vn')", [
      admin.actor.personId,
    ])
    const invitation = {
      email: 'Moi@demo.thainguyen.example',
      name: 'Cán Bộ Mới',
      agency: 'ubnd-05467',
      role: 'officer',
    }
    const { secret } = await inviteOfficer(admin, invitation)
    const password = 'mot cau that dai de nho'
    await acceptInvitation(w.context(passerBy), { secret, password })
    const again = acceptInvitation(w.context(passerBy), { secret, password })
    await expect(again).rejects.toMatchObject({ code: 'invitation-not-valid' })

    const first = await w.signIn.byPassword(headersWith(), 'moi@demo.thainguyen.example', password)
    expect(first.needsSecondStep).toBe(false)
    expect(await whoHas(w, first.cookies)).toMatchObject({ kind: 'citizen', agency: null })
    const { uri, backupCodes } = await w.signIn.enrol(headersWith(first.cookies), password)
    expect(backupCodes.length).toBeGreaterThan(5)
    const key = new URL(uri).searchParams.get('secret') ?? ''
    const code = await createOTP(fromBase32(key)).totp()
    const second = await w.signIn.secondStep(headersWith(first.cookies), code)
    expect(await whoHas(w, second.cookies)).toMatchObject({ kind: 'officer', agency: 'ubnd-05467' })
    expect((await listOfficers(admin, page)).items[0]).toMatchObject({ name: 'Cán Bộ Mới', secondStep: true })
  })

  it('cannot use an invitation after 72 hours', async () => {
    const w = await world()
    const { secret } = await inviteOfficer(w.context(), {
      email: 'x@y.vn',
      name: 'X Y',
      agency: 'ioc',
      role: 'intake',
    })
    w.clock.advance({ hours: 73 })
    const late = acceptInvitation(w.context(passerBy), { secret, password: 'mot cau that dai de nho' })
    await expect(late).rejects.toMatchObject({ code: 'invitation-not-valid', status: 410 })
  })

  it('has a desk session of twelve hours', async () => {
    const w = await world()
    const cookies = await signInOfficer(w)
    expect((await whoHas(w, cookies)).kind).toBe('officer')
    w.clock.advance({ hours: 13 })
    expect(await whoHas(w, cookies)).toMatchObject({ kind: 'citizen', agency: null })
  })

  it('has nothing in a session that did not begin with both steps', async () => {
    const w = await world()
    const cookies = await signInOfficer(w)
    await w.pool.query('update sessions set two_steps = false')
    expect(await whoHas(w, cookies)).toMatchObject({ kind: 'citizen', agency: null })
  })

  it('loses everything when withdrawn, and nobody withdraws themself', async () => {
    const w = await world()
    const cookies = await signInOfficer(w)
    const personId = (await whoHas(w, cookies)).personId ?? ''
    const self = withdrawOfficer(w.context(administrator(personId)), { personId })
    await expect(self).rejects.toMatchObject({ code: 'not-yourself' })
    await withdrawOfficer(w.context(), { personId })
    expect((await whoHas(w, cookies)).kind).toBe('stranger')
    await expect(withdrawOfficer(w.context(), { personId })).rejects.toMatchObject({
      code: 'officer-not-found',
    })
  })

  it('without the permission manages nobody', async () => {
    const w = await world()
    const actor = w.context(citizen(w.context().newId()))
    await expect(listOfficers(actor, page)).rejects.toMatchObject({ code: 'not-permitted', status: 403 })
  })
})

it('production has no demo people', async () => {
  const w = await world({
    env: {
      NODE_ENV: 'production',
      SECRET: 'k'.repeat(40),
      PUBLIC_URL: 'https://thainguyen.example',
      SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
      SMS_GATEWAY_SECRET: 'g'.repeat(40),
    },
  })
  const seeded = seedDemoPeople(w.context(), { citizens: [], officers: [demoOfficer] })
  await expect(seeded).rejects.toMatchObject({ code: 'demo-only' })
})

/** The raw bytes of a base32 key, as an authenticator app reads them. */
function fromBase32(text: string): string {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}
