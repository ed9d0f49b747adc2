import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { httpGateway, signMessage, signatureHeader, timestampHeader } from './http-gateway.ts'

interface Received {
  readonly body: string
  readonly signature: string
  readonly timestamp: string
}

/** A small gateway that keeps what it gets and answers what it is told to. */
async function gateway(status: number): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name])
      received.push({ body, signature: header(signatureHeader), timestamp: header(timestampHeader) })
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, received }
}

const now = () => Temporal.Instant.from('2026-11-23T09:00:00+07:00')

it('a message arrives with a signature over its time and body', async () => {
  const { url, received } = await gateway(202)
  await httpGateway({ url, secret: 's3', now }).send({ to: '+84912345678', text: 'ma 123456' })
  const [one] = received
  expect(JSON.parse(one?.body ?? '')).toEqual({ to: '+84912345678', text: 'ma 123456' })
  expect(one?.timestamp).toBe(String(now().epochMilliseconds / 1000))
  expect(one?.signature).toBe(signMessage('s3', one?.timestamp ?? '', one?.body ?? ''))
  expect(one?.signature).not.toBe(signMessage('s4', one?.timestamp ?? '', one?.body ?? ''))
})

it.each([400, 500, 302])('a gateway that answers %i has not taken the message', async (status) => {
  const { url } = await gateway(status)
  const sent = httpGateway({ url, secret: 's3', now }).send({ to: '+84912345678', text: 'x' })
  await expect(sent).rejects.toThrow()
})
