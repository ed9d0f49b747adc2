import type { Cookies } from '@sveltejs/kit'

/** Hands on the cookies of the sign-in library as it wrote them: their values are signed and must stay as they are. */
export function keepCookies(cookies: Cookies, written: readonly string[]): void {
  for (const line of written) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    const has = (name: string) => attributes.find((one) => one.toLowerCase().split('=')[0] === name)
    const maxAge = has('max-age')?.split('=')[1]
    cookies.set(pair.slice(0, at), pair.slice(at + 1), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: has('secure') !== undefined,
      encode: (value) => value,
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
    })
  }
}

/** A path of our own site to go on to, or the fallback: an address of another site is never followed. */
export function safePath(wanted: string | null, fallback: string): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : fallback
}
