import { generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What may be wrong with an ID token. */
export type ForgedToken = 'audience' | 'issuer' | 'expired' | 'nonce' | 'signature' | 'subject'

const wrong: Readonly<Record<Exclude<ForgedToken, 'signature'>, object>> = {
  audience: { aud: 'somebody-else' },
  issuer: { iss: 'http://127.0.0.1:1' },
  expired: { iat: 1_600_000_000, exp: 1_600_000_600 },
  nonce: { nonce: 'of-another-sign-in' },
  subject: { sub: 'somebody-else' },
}

/** The same ID token with one thing wrong, properly signed; or right, and signed with a foreign key. */
export function forge(token: string, fault: ForgedToken, key: KeyObject): string {
  const [header = '', body = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
  const changed = fault === 'signature' ? claims : { ...claims, ...wrong[fault] }
  const signer = fault === 'signature' ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : key
  const content = `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}`
  return `${content}.${sign('sha256', Buffer.from(content), signer).toString('base64url')}`
}
