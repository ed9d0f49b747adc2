import { z } from 'zod'
import type { Context } from '../context.ts'
import { allow, inTransaction } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'

export const replayDeadLetterInput = z.strictObject({ id: z.uuid() })

/**
 * An officer lets failed work be tried again. It leaves the list and goes back to its queue with all its tries; two
 * officers pressing at once replay it once. Refuses not-found when it is not there any more.
 */
export async function replayDeadLetter<Tables>(
  context: Context<Tables>,
  input: z.output<typeof replayDeadLetterInput>,
): Promise<{ id: string }> {
  allow(context, 'replay-jobs')
  return inTransaction(context, async (context) => {
    const db = context.db as unknown as Parameters<typeof context.outside.jobs.replay>[0]
    if (!(await context.outside.jobs.replay(db, input.id))) throw refusePlatform('not-found')
    const { actor, requestId } = context
    context.outside.log.info(
      { deadLetter: input.id, personId: actor.personId, requestId },
      'dead letter replayed',
    )
    return { id: input.id }
  })
}
