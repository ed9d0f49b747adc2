import { createHmac } from 'node:crypto'
import type { Sms, SmsGateway } from './sms-gateway.ts'

const timeoutMilliseconds = 10_000

/** Headers with which a gateway can tell that a message comes from us, and when it was sent. */
export const signatureHeader = 'x-signature'
export const timestampHeader = 'x-timestamp'

/** The signature of a message: HMAC-SHA256 over the time and the body, in hex. */
export function signMessage(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}

/** A generic HTTP gateway: JSON `{to, text}` by POST, signed. Throws when it does not answer 2xx within ten seconds. */
export function httpGateway(options: {
  url: string
  secret: string
  now: () => Temporal.Instant
}): SmsGateway {
  return {
    name: 'http gateway',
    async send(message: Sms) {
      const body = JSON.stringify({ to: message.to, text: message.text })
      const timestamp = String(Math.floor(options.now().epochMilliseconds / 1000))
      const answer = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [timestampHeader]: timestamp,
          [signatureHeader]: signMessage(options.secret, timestamp, body),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
    },
  }
}
