import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { hashOpen311Key, open311KeyBytes, shownLetters, writeOpen311Key } from './open311-keys.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { IssuedOpen311Key, issueOpen311KeyInput } from './rules/open311-inputs.ts'
import { insertKey } from './store/open311.server.ts'

/** An administrator lets a partner file reports through Open311. The key is told this once; only its hash is kept. */
export async function issueOpen311Key(
  context: Context<ReportsWorld>,
  input: z.output<typeof issueOpen311KeyInput>,
): Promise<IssuedOpen311Key> {
  allow(context, 'manage-open311')
  return inTransaction(context, async (context) => {
    const key = writeOpen311Key(context.randomBytes(open311KeyBytes))
    const id = context.newId()
    await insertKey(context.db, {
      id,
      name: input.name,
      shown: key.slice(0, shownLetters),
      key_hash: hashOpen311Key(key),
      issued_by: context.actor.personId,
      issued_at: context.now(),
      revoked_by: null,
      revoked_at: null,
    })
    return { id, key }
  })
}
