import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { issueOpen311Key } from './issue-open311-key.ts'
import { listOpen311Keys } from './list-open311-keys.ts'
import { revokeOpen311Key } from './revoke-open311-key.ts'
import {
  issueOpen311KeyInput,
  issuedOpen311Key,
  listOpen311KeysInput,
  open311KeysView,
  revokeOpen311KeyInput,
  revokedOpen311Key,
} from './rules/open311-inputs.ts'

/** Who may file through Open311. The protocol itself stands at /open311/v2/, outside of this API. */
export const open311Endpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/open311-keys',
    summary: 'Partners that may file through Open311',
    who: 'manage-open311',
    input: listOpen311KeysInput,
    output: open311KeysView,
    run: listOpen311Keys,
  }),
  endpoint({
    method: 'POST',
    path: '/open311-keys',
    summary: 'Let a partner file through Open311; the key is told this once',
    who: 'manage-open311',
    input: issueOpen311KeyInput,
    output: issuedOpen311Key,
    status: 201,
    run: issueOpen311Key,
  }),
  endpoint({
    method: 'POST',
    path: '/open311-keys/{id}/revocation',
    summary: 'End the key of a partner',
    who: 'manage-open311',
    input: revokeOpen311KeyInput,
    output: revokedOpen311Key,
    run: revokeOpen311Key,
  }),
]
