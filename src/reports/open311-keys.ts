import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import { refuse } from './rules/refusals.ts'
import { readKeyByHash } from './store/open311.server.ts'

/** Bytes of chance in an API key. */
export const open311KeyBytes = 24
/** Letters of a key by which people tell keys apart. */
export const shownLetters = 10
const prefix = 'tn311_'
const longestKey = 200

export function writeOpen311Key(chance: Uint8Array): string {
  return prefix + Buffer.from(chance).toString('base64url')
}

/** Only this is kept of a key. A key is chance of its own, so one hash is enough. */
export function hashOpen311Key(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** Who a partner is, by the key it brings. Refuses open311-key-wrong. */
export async function knowPartner(
  context: Context<ReportsWorld>,
  key: string | undefined,
): Promise<{ id: string; name: string }> {
  allow(context, 'anyone')
  const found =
    key === undefined || key.length > longestKey
      ? undefined
      : await readKeyByHash(context.db, hashOpen311Key(key))
  if (!found || found.revoked_at !== null) throw refuse('open311-key-wrong')
  return { id: found.id, name: found.name }
}

const noOther = Buffer.alloc(12)

/** The receipt of a report that came through Open311, closed by our secret. Each seal closes one receipt. */
export function closeReceipt(secret: string, reportId: string, receipt: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', sealOf(secret, reportId), noOther)
  return Buffer.concat([cipher.update(receipt, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

export function openReceipt(secret: string, reportId: string, closed: Buffer): string {
  const tagAt = closed.length - 16
  const decipher = createDecipheriv('aes-256-gcm', sealOf(secret, reportId), noOther)
  decipher.setAuthTag(closed.subarray(tagAt))
  return Buffer.concat([decipher.update(closed.subarray(0, tagAt)), decipher.final()]).toString('utf8')
}

function sealOf(secret: string, reportId: string): Buffer {
  return createHmac('sha256', secret).update(`open311 receipt ${reportId}`).digest()
}
