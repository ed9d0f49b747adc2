/** On the plain ground a near look shows nothing: some communes should be in it. Degrees. */
export const plainSpan = 0.2

/** A drawn picture as an answer, that may be kept for so many seconds. Opened by itself it runs nothing. */
export function picture(drawn: string, keptSeconds: number): Response {
  return new Response(drawn, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': `public, max-age=${keptSeconds}`,
    },
  })
}
