import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

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
