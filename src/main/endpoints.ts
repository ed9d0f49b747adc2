import type { EndpointRow } from '#platform/endpoint.ts'
import { deadLettersEndpoints } from '#platform/jobs/dead-letters.api.ts'
import { peopleEndpoints } from '#people/people.api.ts'
import { calendarEndpoints } from '#places/calendars.api.ts'
import { placesEndpoints } from '#places/places.api.ts'
import { officersEndpoints } from './officers.api.ts'
import { webhooksEndpoints } from '#platform/webhooks/webhooks.api.ts'
import { filesEndpoints } from '#platform/files/files.api.ts'
import { noticesEndpoints } from '#notices/notices.api.ts'
import { figuresEndpoints } from '#reports/figures.api.ts'
import { reportFilesEndpoints } from '#reports/files.api.ts'
import { questionEndpoints } from '#reports/questions.api.ts'
import { proposalsEndpoints } from '#reports/proposals.api.ts'
import { open311Endpoints } from '#reports/open311.api.ts'
import { batchEndpoints } from '#reports/batches.api.ts'
import { deskworkEndpoints } from '#reports/deskwork.api.ts'
import { reportsEndpoints } from '#reports/reports.api.ts'

/** The API, one row each. */
export const endpoints: readonly EndpointRow[] = [
  ...reportFilesEndpoints,
  ...proposalsEndpoints,
  ...figuresEndpoints,
  ...reportsEndpoints,
  ...questionEndpoints,
  ...open311Endpoints,
  ...deskworkEndpoints,
  ...batchEndpoints,
  ...noticesEndpoints,
  ...peopleEndpoints,
  ...officersEndpoints,
  ...placesEndpoints,
  ...calendarEndpoints,
  ...webhooksEndpoints,
  ...filesEndpoints,
  ...deadLettersEndpoints,
]
