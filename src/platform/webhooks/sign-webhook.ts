import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

const prefix = 'whsec_'
/** Bytes of a signing secret. */
export const secretBytes = 32

/** A signing secret as it is told, once, to whoever receives. */
export function writeSecret(chance: Uint8Array): string {
  return prefix + Buffer.from(chance).toString('base64')
}

/**
 * The three headers of Standard Webhooks: the signature is HMAC-SHA256 over id, time and the raw body, so that neither can
 * be changed and an old message cannot be sent again unnoticed.
 */
export function signWebhook(
  secret: string,
  message: { readonly id: string; readonly epochSeconds: number; readonly body: string },
): Record<string, string> {
  const { id, epochSeconds, body } = message
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${epochSeconds}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(epochSeconds),
    'webhook-signature': `v1,${signature}`,
  }
}

const noOther = Buffer.alloc(12)

/** A secret closed by ours for the time it lies in the database. Each seal closes one. */
export function closeSecret(ours: string, endpointId: string, secret: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', sealOf(ours, endpointId), noOther)
  return Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

export function openSecret(ours: string, endpointId: string, closed: Buffer): string {
  const tagAt = closed.length - 16
  const decipher = createDecipheriv('aes-256-gcm', sealOf(ours, endpointId), noOther)
  decipher.setAuthTag(closed.subarray(tagAt))
  return Buffer.concat([decipher.update(closed.subarray(0, tagAt)), decipher.final()]).toString('utf8')
}

function sealOf(ours: string, endpointId: string): Buffer {
  return createHmac('sha256', ours).update(`webhook secret ${endpointId}`).digest()
}
