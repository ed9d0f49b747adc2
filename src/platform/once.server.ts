import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import { inTransaction } from './context.ts'
import { refusePlatform } from './pure/platform-refusals.ts'

/** A write that may arrive twice: whose it is, its key, and what it asks. */
export interface OnceKey {
  /** Who and what the key belongs to, so that keys of two people never meet. */
  readonly scope: string
  readonly key: string
  /** The whole request; the same key with another one is refused. */
  readonly request: unknown
}

export interface OnceAnswer {
  readonly status: number
  readonly answer: unknown
  readonly repeated: boolean
}

/** Longest key taken, in characters. */
export const longestKey = 200

/**
 * Runs a write once for its key. The key, the effects and the answer commit together, so a lost reply, a retry or a
 * kill -9 in between never does it twice; a refused write leaves no key behind, so it can be corrected and sent again.
 * Refuses key-used-for-another-request.
 */
export async function once<Tables>(
  context: Context<Tables>,
  key: OnceKey,
  run: (context: Context<Tables>) => Promise<{ status: number; answer: unknown }>,
): Promise<OnceAnswer> {
  const keyHash = sha256(JSON.stringify([key.scope, key.key]))
  const requestHash = sha256(stableJson(key.request))
  const seal = sealOf(context, key)
  return inTransaction(context, async (context) => {
    const fresh = await sql`
      insert into idempotency_keys (key_hash, request_hash, status, answer, created_at)
      values (${keyHash}, ${requestHash}, 0, '', ${context.now()})
      on conflict (key_hash) do nothing`.execute(context.db)
    if (fresh.numAffectedRows === 0n) return readAnswer(context, { keyHash, requestHash, seal })
    const { status, answer } = await run(context)
    await sql`update idempotency_keys set status = ${status}, answer = ${close(seal, answer)}
      where key_hash = ${keyHash}`.execute(context.db)
    return { status, answer, repeated: false }
  })
}

async function readAnswer<Tables>(
  context: Context<Tables>,
  known: { keyHash: Buffer; requestHash: Buffer; seal: Buffer },
): Promise<OnceAnswer> {
  const found = await sql<{ request_hash: Buffer; status: number; answer: Buffer }>`
    select request_hash, status, answer from idempotency_keys where key_hash = ${known.keyHash}`.execute(
    context.db,
  )
  const row = found.rows[0]
  if (!row || !row.request_hash.equals(known.requestHash))
    throw refusePlatform('key-used-for-another-request')
  return { status: row.status, answer: open(known.seal, row.answer), repeated: true }
}

/** Only who brings the key again can read the answer: it may hold a receipt, or a contact that was revealed. */
function sealOf(context: Pick<Context<unknown>, 'outside'>, key: OnceKey): Buffer {
  const { secret } = context.outside.settings
  return createHmac('sha256', secret)
    .update(JSON.stringify(['answer', key.scope, key.key]))
    .digest()
}

const noOther = Buffer.alloc(12)

/** Each seal closes one answer, so the counter may start at zero. */
function close(seal: Buffer, answer: unknown): Buffer {
  const cipher = createCipheriv('aes-256-gcm', seal, noOther)
  const text = JSON.stringify(answer ?? null)
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function open(seal: Buffer, closed: Buffer): unknown {
  const tagAt = closed.length - 16
  const decipher = createDecipheriv('aes-256-gcm', seal, noOther).setAuthTag(closed.subarray(tagAt))
  const text = Buffer.concat([decipher.update(closed.subarray(0, tagAt)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

/** Keys live 30 days. */
export async function sweepIdempotencyKeys<Tables>(context: Context<Tables>): Promise<void> {
  const before = context.now().subtract({ hours: 30 * 24 })
  await sql`delete from idempotency_keys where created_at < ${before}`.execute(context.db)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** JSON with sorted names, so that the order in which a client wrote its fields does not matter. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
