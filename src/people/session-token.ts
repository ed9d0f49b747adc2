import { createHmac, timingSafeEqual } from 'node:crypto'

/** The cookie that carries a session, as the sign-in library names it. */
const cookieForm = /(?:^|;\s*)(?:__Secure-)?ctn\.session_token=([^;]+)/

/** The session's token, when the cookie carries our signature. */
export function readSessionToken(cookies: string, secret: string): string | null {
  const found = cookieForm.exec(cookies)?.[1]
  if (found === undefined) return null
  const value = decode(found)
  const dot = value.lastIndexOf('.')
  const token = value.slice(0, dot)
  const signature = Buffer.from(value.slice(dot + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(token).digest()
  return signature.length === wanted.length && timingSafeEqual(signature, wanted) ? token : null
}

/** A cookie that is not properly written is nobody's. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
