import { createHash } from 'node:crypto'
import type { Actor } from '#platform/actor.ts'
import type { ReportRow } from './store/tables.ts'

/** Bytes of a receipt key. */
export const receiptBytes = 16
/** Most receipts one browser carries. */
export const mostReceipts = 200

/** A receipt key as it is told, once, to whoever filed the report. */
export function writeReceipt(chance: Uint8Array): string {
  return Buffer.from(chance).toString('base64url')
}

/** Only this is kept of a receipt key. */
export function hashReceipt(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

export function receiptHashes(actor: Actor): Buffer[] {
  return actor.receipts.slice(0, mostReceipts).map(hashReceipt)
}

/** Whether this is the person who reported it, by account or by receipt. */
export function isReporter(
  actor: Actor,
  report: Pick<ReportRow, 'reporter_id' | 'receipt_key_hash'>,
): boolean {
  if (actor.personId !== null && report.reporter_id === actor.personId) return true
  return receiptHashes(actor).some((hash) => hash.equals(report.receipt_key_hash))
}
