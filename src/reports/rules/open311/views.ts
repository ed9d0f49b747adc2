import type { Document, Tree } from './document.ts'

export const specification = 'http://wiki.open311.org/GeoReport_v2'
/** When what our door understands changed last. */
export const changeset = '2026-11-27T08:00:00+07:00'

/** One thing people can report, as Open311 calls it a service. */
export interface Service {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly keywords: readonly string[]
}

/** A report as the whole world may see it. */
export interface PublicRequest {
  readonly code: string
  readonly open: boolean
  readonly answer: string | null
  readonly service: { readonly code: string; readonly name: string }
  readonly title: string
  readonly text: string | null
  readonly agency: string
  readonly filedAt: string
  readonly updatedAt: string
  readonly dueAt: string | null
  readonly commune: { readonly code: string; readonly name: string }
  readonly landmark: string | null
  readonly place: { readonly lat: number; readonly lon: number } | null
  readonly media: readonly string[]
  readonly group: string
  readonly status: string
  readonly notes: readonly { readonly at: string; readonly status: string; readonly text: string | null }[]
}

export interface Update {
  readonly id: string
  readonly code: string
  readonly status: string
  readonly at: string
  readonly text: string | null
}

export interface Fault {
  readonly code: number
  readonly description: string
}

export function servicesDocument(services: readonly Service[]): Document {
  const list = services.map((service) => ({
    service_code: service.code,
    service_name: service.name,
    description: service.name,
    metadata: false,
    type: 'realtime',
    keywords: service.keywords.join(','),
    group: service.group,
  }))
  return { root: 'services', item: 'service', list }
}

/** What is asked beside the description. Our categories ask nothing more, so the list is empty. */
export function definitionDocument(code: string): Document {
  return { root: 'service_definition', thing: { service_code: code, attributes: [] } }
}

/** Requests; with `extended`, also what plain GeoReport has no field for. */
export function requestsDocument(requests: readonly PublicRequest[], extended: boolean): Document {
  const list = requests.map((request) => ({
    ...requestTree(request),
    ...(extended ? extensionsTree(request) : {}),
  }))
  return { root: 'service_requests', item: 'request', list }
}

function requestTree(request: PublicRequest): { readonly [name: string]: Tree } {
  return {
    service_request_id: request.code,
    status: request.open ? 'open' : 'closed',
    status_notes: request.answer,
    service_name: request.service.name,
    service_code: request.service.code,
    description: request.text,
    agency_responsible: request.agency,
    service_notice: null,
    requested_datetime: request.filedAt,
    updated_datetime: request.updatedAt,
    expected_datetime: request.dueAt,
    address: [request.landmark, request.commune.name].filter(Boolean).join(', '),
    address_id: request.commune.code,
    zipcode: null,
    lat: request.place?.lat ?? null,
    long: request.place?.lon ?? null,
    media_url: request.media[0] ?? null,
  }
}

function extensionsTree(request: PublicRequest): { readonly [name: string]: Tree } {
  return {
    extended_attributes: {
      title: request.title,
      group: request.group,
      status: request.status,
      media_urls: request.media,
    },
    attributes: [],
    notes: request.notes.map(({ at, status, text }) => ({ datetime: at, status, description: text })),
  }
}

/** What a filing answers; with `token`, both ways of finding it again. */
export function filedDocument(filed: {
  readonly code: string
  readonly notice: string | null
  readonly accountId: string | null
  readonly token?: string
}): Document {
  const request = {
    service_request_id: filed.code,
    service_notice: filed.notice,
    account_id: filed.accountId,
    ...(filed.token === undefined ? {} : { token: filed.token }),
  }
  return { root: 'service_requests', item: 'request', list: [request] }
}

export function tokenDocument(found: { readonly code: string; readonly token: string }): Document {
  const list = [{ service_request_id: found.code, token: found.token }]
  return { root: 'service_requests', item: 'request', list }
}

export function updatesDocument(updates: readonly Update[]): Document {
  const list = updates.map(({ id, code, status, at, text }) => ({
    update_id: id,
    service_request_id: code,
    status,
    updated_datetime: at,
    description: text,
    media_url: null,
  }))
  return { root: 'service_request_updates', item: 'request_update', list }
}

export function updateTakenDocument(id: string): Document {
  return { root: 'service_request_updates', item: 'request_update', list: [{ update_id: id }] }
}

export function errorsDocument(faults: readonly Fault[]): Document {
  return {
    root: 'errors',
    item: 'error',
    list: faults.map(({ code, description }) => ({ code, description })),
  }
}

/** Where the door stands, for clients that look for it. */
export function discoveryDocument(about: {
  readonly contact: string
  readonly keyNotice: string
  readonly publicUrl: string
}): Document {
  const endpoint = (path: string, type: string) => ({
    specification,
    url: about.publicUrl + path,
    changeset,
    type,
    formats: ['text/xml', 'application/json'],
  })
  const endpoints = [endpoint('/open311/v2', 'production'), endpoint('/open311/test/v2', 'test')]
  const thing = { changeset, contact: about.contact, key_service: about.keyNotice, endpoints }
  return { root: 'discovery', thing }
}
