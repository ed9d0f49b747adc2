import type { EndpointRow } from '#platform/endpoint.ts'

/** The API, one row each. */
export const endpoints: readonly EndpointRow[] = []
