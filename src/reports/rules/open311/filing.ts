import { foldText } from '#platform/pure/fold-text.ts'
import { longestText, shortestText } from '../inputs.ts'
import type { Params } from './query.ts'
import { missing, numberOf, one, wrong } from './query.ts'

const longestLandmark = 200
const longestId = 200

/** What a partner files, before our own schema looks at it. */
export interface Filing {
  readonly category: string
  readonly description: string
  readonly lat: number | undefined
  readonly lon: number | undefined
  readonly communeCode: string | undefined
  readonly address: string | undefined
  readonly name: string | null
  readonly phone: string | null
  readonly accountId: string | null
  readonly deviceId: string | null
  readonly mediaUrls: readonly string[]
}

/**
 * Reads a filing as clients send it: `deviceid` as well as `device_id`, names cut at the first blank and joined again in
 * that order, unknown parameters ignored. Refuses what is missing or malformed by its Open311 name.
 */
export function readFiling(params: Params): Filing {
  const category = one(params, 'service_code')
  if (category === undefined) throw missing('service_code')
  const description = one(params, 'description') ?? ''
  if (description.length > longestText) throw wrong('description')
  return { category, description, ...placeOf(params), ...senderOf(params), mediaUrls: mediaOf(params) }
}

function placeOf(params: Params): Pick<Filing, 'lat' | 'lon' | 'communeCode' | 'address'> {
  const lat = numberOf(params, 'lat', { min: -90, max: 90 })
  const lon = numberOf(params, 'long', { min: -180, max: 180 })
  if (lat === undefined && lon !== undefined) throw missing('lat')
  if (lon === undefined && lat !== undefined) throw missing('long')
  const communeCode = one(params, 'address_id')
  const address = one(params, 'address_string')
  if (lat === undefined && communeCode === undefined && address === undefined) throw missing('lat')
  return { lat, lon, communeCode, address: address?.slice(0, longestLandmark) }
}

function senderOf(params: Params): Pick<Filing, 'name' | 'phone' | 'accountId' | 'deviceId'> {
  const names = [one(params, 'first_name'), one(params, 'last_name')].filter((name) => name && name !== '-')
  const id = (name: string) => one(params, name)?.slice(0, longestId)
  return {
    name: names.join(' ').slice(0, 80) || null,
    phone: one(params, 'phone')?.slice(0, 30) ?? null,
    accountId: id('account_id') ?? null,
    deviceId: id('device_id') ?? id('deviceid') ?? null,
  }
}

const mostMedia = 5

function mediaOf(params: Params): string[] {
  const given = [...(params.get('media_url') ?? []), ...(params.get('media_url[]') ?? [])]
  const addresses = given.map((url) => url.trim()).filter(Boolean)
  for (const url of addresses)
    if (!/^https?:\/\/\S+$/i.test(url) || url.length > 2000) throw wrong('media_url')
  return addresses.slice(0, mostMedia)
}

/** A description of our own length: where it is shorter, the name of the category stands before it. */
export function describe(description: string, categoryName: string): string {
  if (description.trim().length >= shortestText) return description
  return [categoryName, description.trim()].filter(Boolean).join(': ')
}

/** The commune that an address names, the longest name first; null when it names none. */
export function communeInAddress<Commune extends { readonly fullName: string; readonly name: string }>(
  address: string,
  communes: Iterable<Commune>,
): Commune | null {
  const folded = ` ${foldText(address)} `
  let best: Commune | null = null
  for (const commune of communes) {
    const named = [commune.fullName, commune.name].some((name) => folded.includes(` ${foldText(name)} `))
    if (named && commune.name.length > (best?.name.length ?? 0)) best = commune
  }
  return best
}
