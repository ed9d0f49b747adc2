import { z } from 'zod'
import { filesJobs } from '#platform/files/files.jobs.ts'
import { peopleJobs } from '#people/people.jobs.ts'
import { job } from '#platform/jobs/job.ts'
import type { JobRow } from '#platform/jobs/job.ts'
import { sweepIdempotencyKeys } from '#platform/once.server.ts'
import { sweepVisits } from '#platform/visits/visits.server.ts'
import { webhooksJobs } from '#platform/webhooks/webhooks.jobs.ts'
import { reportsJobs } from '#reports/reports.jobs.ts'
import { tellFollowers, tellFollowersInput } from './tell-followers.ts'

/** Every background job, one row each. */
export const jobs: readonly JobRow[] = [
  job({
    name: 'sweep-idempotency-keys',
    input: z.object({}),
    every: '20 3 * * *',
    run: sweepIdempotencyKeys,
  }),
  ...webhooksJobs,
  ...filesJobs,
  ...peopleJobs,
  ...reportsJobs,
  job({ name: 'tell-followers', input: tellFollowersInput, run: tellFollowers }),
  job({ name: 'sweep-visits', input: z.object({}), every: '*/10 * * * *', run: sweepVisits }),
]
