import { describe, expect, it } from 'vitest'
import { problemOf, readProblem, wayBackCookie, wayBackOf, withProblem } from './provider.ts'
import { mayAddPasskey, provesTwice } from './two-steps.ts'

describe('the way back from the provider', () => {
  it.each([
    ['/sign-in?next=%2Freports', '/sign-in?next=%2Freports'],
    ['/en/sign-in', '/en/sign-in'],
    ['//evil.example/sign-in', '/sign-in'],
    ['https://evil.example/sign-in', '/sign-in'],
    ['/desk', '/sign-in'],
    ['/sign-in/../desk', '/sign-in'],
  ])('%s leads to %s', (kept, path) => {
    expect(wayBackOf(`a=b; ${wayBackCookie}=${encodeURIComponent(kept)}; c=d`)).toBe(path)
  })

  it('is the sign-in page without a cookie, or with a broken one', () => {
    expect(wayBackOf('')).toBe('/sign-in')
    expect(wayBackOf(`${wayBackCookie}=%E0%A4%A`)).toBe('/sign-in')
  })

  it('keeps where the person came from beside the problem', () => {
    expect(withProblem('/en/sign-in?next=%2Fen%2Freports%3Fq%3Da', 'denied')).toBe(
      '/en/sign-in?next=%2Fen%2Freports%3Fq%3Da&provider=denied',
    )
    expect(withProblem('/sign-in?provider=late', 'away')).toBe('/sign-in?provider=away')
  })

  it.each([
    ['access_denied', 'denied'],
    ['state_mismatch', 'late'],
    ['temporarily_unavailable', 'away'],
    ['invalid_code', 'failed'],
    ['toString', 'failed'],
  ])('%s is the problem %s', (error, problem) => {
    expect(problemOf(error)).toBe(problem)
  })

  it('is read from an address by its names only', () => {
    expect(readProblem('late')).toBe('late')
    expect(readProblem('<b>')).toBeNull()
    expect(readProblem(null)).toBeNull()
  })
})

describe('two steps', () => {
  it.each([
    ['/two-factor/verify-totp', true],
    ['/two-factor/verify-backup-code', true],
    ['/passkey/verify-authentication', true],
    ['/passkey/verify-registration', false],
    ['/phone-number/verify', false],
    ['/sign-in/email', false],
    ['/callback/:id', false],
    ['', false],
  ])('%s proves twice: %s', (step, twice) => {
    expect(provesTwice(step)).toBe(twice)
  })

  it.each([
    [{ officer: false, twoSteps: false }, true],
    [{ officer: true, twoSteps: true }, true],
    [{ officer: true, twoSteps: false }, false],
  ])('%j may add a passkey: %s', (person, may) => {
    expect(mayAddPasskey(person)).toBe(may)
  })
})
