import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ForgedToken } from '../../tests/world/forge-token.ts'
import type { IdentityProvider } from '../../tests/world/identity-provider.ts'
import { startProvider, Traveller, worldWith } from '../../tests/world/provider-cast.ts'
import { demoOfficer, signInByPhone, whoHas } from '../../tests/world/sign-in-cast.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { world } from '../../tests/world/world.ts'
import { admitByProvider } from '#main/admit-by-provider.ts'
import { describeMe } from './describe-me.ts'
import { makeProviderSignIn } from './provider-sign-in.server.ts'
import { seedDemoPeople } from './seed-demo-people.ts'
import { updateProfile } from './update-profile.ts'

const phone = '+84912345678'
const complete = {
  name: 'Nông Thị Mẫu',
  phone_number: phone,
  phone_number_verified: true,
  address: { locality: 'Phường Phan Đình Phùng' },
}

let provider: IdentityProvider
beforeAll(async () => {
  provider = await startProvider()
  provider.people.set('mau', complete)
  provider.people.set('nobody', {})
  provider.people.set('unverified', {
    ...complete,
    phone_number_verified: false,
    email: 'x@y.vn',
    email_verified: true,
  })
  provider.people.set('another', { ...complete, name: 'Người Khác' })
})
afterAll(async () => provider.goDown())

async function meOf(w: TestWorld, traveller: Traveller) {
  return describeMe(w.context(await traveller.actor()))
}

async function countPeople(w: TestWorld): Promise<number> {
  const { rows } = await w.pool.query<{ count: number }>('select count(*)::int as count from people')
  return rows[0]?.count ?? -1
}

describe('a citizen signs in with an identity provider', () => {
  it('and comes back with name, phone and commune as the claim map says, to where they came from', async () => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    const to = await traveller.signIn('mau')
    expect(to.href).toBe('http://localhost:3000/sign-in/done?next=%2Freports')
    expect(await traveller.actor()).toMatchObject({ kind: 'citizen', agency: null })
    expect(await meOf(w, traveller)).toMatchObject({
      name: 'Nông Thị Mẫu',
      phone,
      commune: '05443',
      email: null,
      named: true,
    })
  })

  it('is the same person the next time, and keeps what they have said themself', async () => {
    const w = await worldWith(provider)
    const first = new Traveller(w)
    await first.signIn('mau')
    await updateProfile(w.context(await first.actor()), { name: 'Mẫu Nông' })
    const second = new Traveller(w)
    await second.signIn('mau')
    expect((await second.actor()).personId).toBe((await first.actor()).personId)
    expect(await meOf(w, second)).toMatchObject({ name: 'Mẫu Nông', commune: '05443' })
    expect(await countPeople(w)).toBe(1)
  })

  it('is asked by state, nonce and PKCE, each new', async () => {
    const w = await worldWith(provider)
    const [one, two] = [await new Traveller(w).leave(), await new Traveller(w).leave()]
    for (const url of [one, two]) {
      expect(url.searchParams.get('code_challenge_method')).toBe('S256')
      expect(url.searchParams.get('redirect_uri')).toBe('http://localhost:3000/auth/callback/oidc')
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{32,}$/)
      expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name))
    }
  })

  it('without a name there has none here, and nothing else is made up', async () => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    await traveller.signIn('nobody')
    expect(await meOf(w, traveller)).toMatchObject({ name: '', named: false, phone: null, commune: null })
  })

  it('leaves no token of the provider with us', async () => {
    const w = await worldWith(provider)
    await new Traveller(w).signIn('mau')
    const { rows } = await w.pool.query(
      "select access_token, refresh_token, id_token from accounts where provider = 'oidc'",
    )
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
  })
})

describe('an account that is there already', () => {
  it('is joined by the phone number that both sides have verified', async () => {
    const w = await worldWith(provider)
    const before = await whoHas(w, await signInByPhone(w, phone))
    const traveller = new Traveller(w)
    await traveller.signIn('mau')
    expect((await traveller.actor()).personId).toBe(before.personId)
    expect(await meOf(w, traveller)).toMatchObject({ name: 'Nông Thị Mẫu', phone })
    const after = await whoHas(w, await signInByPhone(w, phone))
    expect(after.personId).toBe(before.personId)
  })

  it('is not joined by a number that the provider does not vouch for, nor by an e-mail address', async () => {
    const w = await worldWith(provider)
    const before = await whoHas(w, await signInByPhone(w, phone))
    await w.pool.query("update people set email = 'x@y.vn', email_verified = true")
    const traveller = new Traveller(w)
    await traveller.signIn('unverified')
    expect((await traveller.actor()).personId).not.toBe(before.personId)
    expect(await meOf(w, traveller)).toMatchObject({ phone: null })
  })

  it('is not joined when the claim map does not say that numbers are verified', async () => {
    const w = await worldWith(provider, { OIDC_CLAIMS: 'name=name,phone=phone_number' })
    const before = await whoHas(w, await signInByPhone(w, phone))
    const traveller = new Traveller(w)
    await traveller.signIn('mau')
    expect((await traveller.actor()).personId).not.toBe(before.personId)
    expect(await meOf(w, traveller)).toMatchObject({ phone: null })
  })

  it('is joined when the map says that the provider gives verified numbers only', async () => {
    const w = await worldWith(provider, { OIDC_CLAIMS: 'phone=phone_number,phoneVerified=always' })
    const before = await whoHas(w, await signInByPhone(w, phone))
    const traveller = new Traveller(w)
    await traveller.signIn('unverified')
    expect((await traveller.actor()).personId).toBe(before.personId)
  })

  it('of an officer is never opened, nor does the provider give anybody rights', async () => {
    const w = await worldWith(provider)
    const { officers } = await seedDemoPeople(w.context(), { citizens: [], officers: [demoOfficer] })
    await w.pool.query('update people set phone = $1, phone_verified = true', [phone])
    const traveller = new Traveller(w)
    await traveller.signIn('mau')
    const actor = await traveller.actor()
    expect(actor).toMatchObject({ kind: 'citizen', agency: null })
    expect(actor.personId).not.toBe(officers[0]?.personId)
    expect(await meOf(w, traveller)).toMatchObject({ phone: null })
  })

  it('of another subject with the same number is the same person: a number has one holder', async () => {
    const w = await worldWith(provider)
    const [one, two] = [new Traveller(w), new Traveller(w)]
    await one.signIn('mau')
    await two.signIn('another')
    expect((await two.actor()).personId).toBe((await one.actor()).personId)
    expect(await meOf(w, two)).toMatchObject({ name: 'Nông Thị Mẫu' })
  })

  it('belongs to its issuer: the same subject of another provider is another person', async () => {
    const other = await startProvider()
    other.people.set('nobody', {})
    const w = await worldWith(provider)
    const first = new Traveller(w)
    await first.signIn('nobody')
    const second = new Traveller(withOther(w, other))
    await second.signIn('nobody').finally(() => other.goDown())
    const { personId } = await second.actor()
    expect(personId).not.toBeNull()
    expect(personId).not.toBe((await first.actor()).personId)
    expect(await countPeople(w)).toBe(2)
  })
})

/** The same house after its operator has changed the provider. */
function withOther(w: TestWorld, { issuer }: IdentityProvider): TestWorld {
  const { oidc } = w.config.settings
  if (oidc === null) throw new Error('no provider to change')
  const parts = {
    db: w.db,
    settings: w.config.settings,
    admit: admitByProvider(w.contextFor),
    warn: () => undefined,
  }
  return { ...w, provider: makeProviderSignIn(parts, { ...oidc, issuer }) }
}

describe('what goes wrong leads back to the sign-in page with one sentence', () => {
  it('when the person refuses, in their language and with where they came from', async () => {
    const w = await worldWith(provider)
    const back = await new Traveller(w).signIn(null)
    expect(back.pathname + back.search).toBe('/sign-in?next=%2Freports&provider=denied')
    const english = await new Traveller(w).signIn(null, 'en')
    expect(english.pathname).toBe('/en/sign-in')
  })

  it.each<ForgedToken>(['audience', 'issuer', 'expired', 'nonce', 'signature', 'subject'])(
    'when the ID token has a wrong %s',
    async (fault) => {
      const w = await worldWith(provider)
      provider.fault = fault
      const traveller = new Traveller(w)
      const back = await traveller.signIn('mau').finally(() => (provider.fault = null))
      expect(back.pathname + back.search).toBe('/sign-in?next=%2Freports&provider=failed')
      expect((await traveller.actor()).kind).toBe('stranger')
      expect(await countPeople(w)).toBe(0)
    },
  )

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(32)), 'late'],
    ['no state', (url: URL) => url.searchParams.delete('state'), 'late'],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43)), 'failed'],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'http://127.0.0.1:1'), 'failed'],
  ])('when it comes back with %s', async (_what, change, problem) => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    const callback = await traveller.passProvider(await traveller.leave(), 'mau')
    change(callback)
    const back = await traveller.comeBack(callback)
    expect(back.pathname + back.search).toBe(`/sign-in?next=%2Freports&provider=${problem}`)
    expect((await traveller.actor()).kind).toBe('stranger')
  })

  it('when another browser brings it, or the same one a second time', async () => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    const callback = await traveller.passProvider(await traveller.leave(), 'mau')
    const stranger = new Traveller(w)
    expect((await stranger.comeBack(callback)).searchParams.get('provider')).toBe('late')
    expect((await stranger.actor()).kind).toBe('stranger')
    const once = new Traveller(w)
    const used = await once.passProvider(await once.leave(), 'mau')
    await once.comeBack(used)
    expect((await once.comeBack(used)).searchParams.get('provider')).toBe('late')
  })

  it('when the provider is down: before leaving, and on the way back', async () => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    const callback = await traveller.passProvider(await traveller.leave(), 'mau')
    await provider.goDown()
    try {
      await expect(traveller.leave()).rejects.toMatchObject({ code: 'provider-not-there', status: 503 })
      expect((await traveller.comeBack(callback)).searchParams.get('provider')).toBe('away')
      const others = await whoHas(w, await signInByPhone(w, phone))
      expect(others.kind).toBe('citizen')
    } finally {
      await provider.comeUp()
    }
    expect((await new Traveller(w).signIn('mau')).pathname).toBe('/sign-in/done')
  })

  it('when somebody tries too often', async () => {
    const w = await worldWith(provider)
    const traveller = new Traveller(w)
    const url = new URL('http://localhost:3000/auth/callback/oidc?error=access_denied&state=x')
    await traveller.leave()
    const problems: (string | null)[] = []
    for (let turn = 0; turn < 31; turn += 1) {
      problems.push((await traveller.comeBack(url)).searchParams.get('provider'))
    }
    expect(problems.at(0)).toBe('late')
    expect(problems.at(-1)).toBe('busy')
  })
})

it('without a provider nothing of it answers', async () => {
  const w = await world()
  expect(w.provider).toBeNull()
  const traveller = new Traveller(w)
  const answer = await traveller.browser.ask('http://localhost:3000/auth/callback/oidc?code=x&state=y')
  expect(answer.status).toBe(404)
})
