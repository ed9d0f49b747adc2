import { z } from 'zod'
import type { EndpointRow } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { pageOf } from '../pure/page.ts'
import { deadLetterView } from './dead-letter-view.ts'
import { listDeadLetters, listDeadLettersInput } from './list-dead-letters.ts'
import { replayDeadLetter, replayDeadLetterInput } from './replay-dead-letter.ts'

/** The endpoints of work that failed. */
export const deadLettersEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/dead-letters',
    summary: 'Background work that failed all its tries',
    who: 'replay-jobs',
    input: listDeadLettersInput,
    output: pageOf(deadLetterView),
    run: listDeadLetters,
  }),
  endpoint({
    method: 'POST',
    path: '/dead-letters/{id}/replay',
    summary: 'Try failed work again',
    who: 'replay-jobs',
    input: replayDeadLetterInput,
    output: z.object({ id: z.uuid() }),
    run: replayDeadLetter,
  }),
]
