import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, variables } from './config.ts'

const production = {
  NODE_ENV: 'production',
  SECRET: 'k'.repeat(40),
  PUBLIC_URL: 'https://thainguyen.example',
  SMS_GATEWAY_URL: 'https://sms.example',
  SMS_GATEWAY_SECRET: 'g'.repeat(40),
}

function wrongOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return ''
  } catch (error) {
    return error instanceof ConfigError ? error.message : 'another error'
  }
}

describe('the configuration', () => {
  it('needs nothing for a demo', () => {
    const config = readConfig({})
    expect(config.port).toBe(3000)
    expect(config.settings.mode).toBe('demo')
    expect(config.databaseUrl).toBeNull()
  })

  it('takes a complete production', () => {
    expect(readConfig(production).settings.mode).toBe('production')
  })

  it.each([
    ['no secret', { SECRET: '' }, 'SECRET'],
    ['a short secret', { SECRET: 'short' }, 'SECRET'],
    ['the demo secret', { SECRET: 'demo-secret-not-for-production-0123456789' }, 'sample'],
    ['no address', { PUBLIC_URL: '' }, 'PUBLIC_URL'],
    ['an address without TLS', { PUBLIC_URL: 'http://thainguyen.example' }, 'PUBLIC_URL'],
    ['limits off', { RATE_LIMITS: 'false' }, 'RATE_LIMITS'],
    ['nobody to send codes', { SMS_GATEWAY_URL: '' }, 'SMS_GATEWAY_URL'],
    ['a sample gateway secret', { SMS_GATEWAY_SECRET: 'change-me' }, 'SMS_GATEWAY_SECRET: this is a sample'],
    ['a sample of the provider', { OIDC_CLIENT_SECRET: 'Change-Me-please' }, 'OIDC_CLIENT_SECRET'],
    ['a sample of the bucket', { S3_SECRET_KEY: 'changeme' }, 'S3_SECRET_KEY'],
    ['a bucket without keys', { FILES_DRIVER: 's3', S3_BUCKET: 'files' }, 'S3_ACCESS_KEY'],
    ['a gateway that is no address', { SMS_GATEWAY_URL: 'sms' }, 'SMS_GATEWAY_URL: not an address'],
  ])('refuses a production with %s', (_what, change, named) => {
    expect(wrongOf({ ...production, ...change })).toContain(named)
  })

  it('lists everything that is wrong at once', () => {
    const message = wrongOf({ PORT: 'abc', DATABASE_POOL: '0', ROLE: 'king' })
    expect(message).toContain('PORT')
    expect(message).toContain('DATABASE_POOL')
    expect(message).toContain('ROLE')
  })

  it('lists what cannot be read and what is missing together, each once', () => {
    const lines = wrongOf({ NODE_ENV: 'production', PORT: 'abc', SECRET: 'k'.repeat(3000) }).split('\n')
    const names = lines.slice(1).map((line) => /^ {2}- (\w+):/.exec(line)?.[1])
    expect(names.sort()).toEqual(['PORT', 'PUBLIC_URL', 'SECRET', 'SMS_GATEWAY_URL'])
  })
})

describe('an identity provider', () => {
  const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 's'.repeat(40) }

  it('is not there unless it is configured', () => {
    expect(readConfig({}).settings.oidc).toBeNull()
  })

  it('is read with its label in both languages and its claim map', () => {
    const read = readConfig({
      ...oidc,
      OIDC_LABEL: 'Định danh quốc gia',
      OIDC_LABEL_EN: 'National ID',
      OIDC_CLAIMS: 'name=HoVaTen, commune=address.locality',
    })
    expect(read.settings.oidc).toMatchObject({
      label: { vi: 'Định danh quốc gia', en: 'National ID' },
      claims: { name: 'HoVaTen', commune: 'address.locality' },
      clientAuth: 'basic',
    })
    expect(readConfig(oidc).settings.oidc).toMatchObject({ label: { vi: 'VNeID', en: 'VNeID' } })
  })

  it.each([
    ['an issuer that is no address', { OIDC_ISSUER: 'id.example' }, 'OIDC_ISSUER'],
    ['no client', { OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    ['no secret', { OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
    ['an unknown field', { OIDC_CLAIMS: 'name=name,height=h' }, 'height'],
    ['a field without a claim', { OIDC_CLAIMS: 'name' }, 'OIDC_CLAIMS'],
  ])('is refused with %s', (_what, change, named) => {
    expect(wrongOf({ ...oidc, ...change })).toContain(named)
  })

  it('needs no secret as a public client, and TLS and a secret of its own in production', () => {
    expect(wrongOf({ ...oidc, OIDC_CLIENT_SECRET: '', OIDC_CLIENT_AUTH: 'none' })).toBe('')
    expect(wrongOf({ ...production, ...oidc })).toBe('')
    expect(wrongOf({ ...production, ...oidc, OIDC_ISSUER: 'http://id.example' })).toContain('https')
    expect(wrongOf({ ...production, ...oidc, OIDC_CLIENT_SECRET: 'change-me' })).toContain('sample')
  })
})

describe('npm run config', () => {
  it('says of every variable what it is for, in a sentence, and what it is by itself', () => {
    const program = new URL('./print-config.ts', import.meta.url).pathname
    const printed = execFileSync(process.execPath, [program], { encoding: 'utf8' })
    for (const name of Object.keys(variables.shape)) {
      expect(printed).toMatch(new RegExp(`^${name}\\n {4}\\S.{10,}\\n {4}default: \\S`, 'm'))
    }
  })
})
