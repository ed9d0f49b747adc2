import { z } from 'zod'
import { job } from '#platform/jobs/job.ts'
import type { JobRow } from '#platform/jobs/job.ts'
import { sweepPeople } from './sweep-people.ts'

/** What people need done in the background. */
export const peopleJobs: readonly JobRow[] = [
  job({ name: 'sweep-people', input: z.object({}), every: '*/30 * * * *', run: sweepPeople }),
]
