import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { checkHost, checkedLookup } from './checked-address.ts'

const timeoutMilliseconds = 15_000

/**
 * Posts to an address of others, never into a private network. Redirects are not followed: where they lead was never
 * registered. Gives the status; the body of the answer is not read.
 */
export async function postChecked(to: {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly allowed: readonly string[]
}): Promise<number> {
  const url = new URL(to.url)
  checkHost(url.hostname, to.allowed)
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: checkedLookup(to.allowed),
        headers: { ...to.headers, 'content-length': Buffer.byteLength(to.body) },
        signal: AbortSignal.timeout(timeoutMilliseconds),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    sent.on('error', reject)
    sent.end(to.body)
  })
}
