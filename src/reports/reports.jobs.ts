import { z } from 'zod'
import type { JobRow } from '#platform/jobs/job.ts'
import { job } from '#platform/jobs/job.ts'
import { closeSettledReports } from './close-settled-reports.ts'
import { closeSilentReports } from './close-silent-reports.ts'
import { countFiguresAtNight } from './count-figures-at-night.ts'
import { escalateLateReports } from './escalate-late-reports.ts'
import { trainCategories } from './train-categories.ts'

/** What happens to reports by itself. */
export const reportsJobs: readonly JobRow[] = [
  job({ name: 'escalate-late-reports', input: z.object({}), every: '*/5 * * * *', run: escalateLateReports }),
  job({ name: 'close-settled-reports', input: z.object({}), every: '15 * * * *', run: closeSettledReports }),
  job({ name: 'close-silent-reports', input: z.object({}), every: '45 * * * *', run: closeSilentReports }),
  job({ name: 'train-categories', input: z.object({}), every: '40 2 * * *', run: trainCategories }),
  job({ name: 'count-figures', input: z.object({}), every: '10 1 * * *', run: countFiguresAtNight }),
]
