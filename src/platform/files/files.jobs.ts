import { z } from 'zod'
import type { JobRow } from '../jobs/job.ts'
import { job } from '../jobs/job.ts'
import { sweepFiles } from './sweep-files.ts'

/** The background jobs of files. */
export const filesJobs: readonly JobRow[] = [
  job({ name: 'sweep-files', input: z.object({}), every: '40 * * * *', run: sweepFiles }),
]
