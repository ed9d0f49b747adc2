import type { EndpointRow } from '#platform/endpoint.ts'
import { deadLettersEndpoints } from '#platform/jobs/dead-letters.api.ts'
import { placesEndpoints } from '#places/places.api.ts'
import { filesEndpoints } from '#platform/files/files.api.ts'

/** The API, one row each. */
export const endpoints: readonly EndpointRow[] = [
  ...placesEndpoints,
  ...filesEndpoints,
  ...deadLettersEndpoints,
]
