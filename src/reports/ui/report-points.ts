import type { MapPoint } from '#design/map/geo.ts'
import { getLocale } from '#design/messages/runtime.js'
import type { ReportCard } from '../rules/views.ts'
import { lookOf } from './look-of.ts'

/** What the map needs of a report, and what it says when its point is pressed. */
export interface ReportPoint extends MapPoint {
  readonly title: string
  readonly commune: string
  readonly status: ReportCard['status']
  readonly late: boolean
}

type OnMap = Pick<ReportCard, 'code' | 'place' | 'status' | 'late' | 'title' | 'commune'>

/** The reports that have a place, as points. */
export function pointsOf(cards: readonly OnMap[]): ReportPoint[] {
  return cards.flatMap(({ code, place, status, late, title, commune }) => {
    if (place === null) return []
    const { state, words } = lookOf({ status, late })
    const { lat, lon, accuracyMeters } = place
    const label = `${title} (${words})`
    return [{ id: code, lat, lon, accuracyMeters, state, label, title, commune: commune.name, status, late }]
  })
}

/** Where the drawn map of one point is. */
export function drawnAt({ lat, lon, state }: Pick<MapPoint, 'lat' | 'lon' | 'state'>): string {
  return `/map.svg?at=${lon},${lat},${state}`
}

/** More points than cards: a map is seen at once. */
export const pointsOfMap = 100

/** The filters of the public list, as far as they are set. */
export interface ListFilters {
  readonly commune?: string | undefined
  readonly category?: string | undefined
  readonly group?: string | undefined
  readonly q?: string | undefined
}

/** The filters as a query, in one order, so that the same question has the same address. */
export function queryOf(filters: ListFilters): string {
  const names = ['commune', 'category', 'group', 'q'] as const
  const set = names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))
  return new URLSearchParams(set).toString()
}

/** What the list's map shows, from the API, when a map that moves is really drawn. Fails without a network. */
export async function fetchPoints(filters: ListFilters): Promise<readonly ReportPoint[]> {
  const response = await fetch(`/api/v1/reports?limit=${pointsOfMap}&${queryOf(filters)}`, {
    headers: { 'accept-language': getLocale() },
  })
  if (!response.ok) throw new Error('no reports')
  const { items } = (await response.json()) as { readonly items: readonly ReportCard[] }
  return pointsOf(items)
}
