import { z } from 'zod'
import type { JobRow } from '../jobs/job.ts'
import { job } from '../jobs/job.ts'
import { deliverWebhook, deliverWebhookInput } from './deliver-webhook.ts'
import { sweepWebhooks } from './sweep-webhooks.ts'

/** Telling others, and forgetting what was told. */
export const webhooksJobs: readonly JobRow[] = [
  job({ name: 'deliver-webhook', input: deliverWebhookInput, atOnce: 6, run: deliverWebhook }),
  job({ name: 'sweep-webhooks', input: z.object({}), every: '50 3 * * *', run: sweepWebhooks }),
]
