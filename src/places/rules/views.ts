import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'

const codeSystem = z.enum(['gso-2025-07', 'gso-2024'])

export const formerUnitView = z.object({
  code: z.string(),
  codeSystem,
  name: z.string(),
  district: z.string(),
  province: z.string(),
  partial: z.boolean().meta({ description: 'Only a part of it came here: an old address needs a point' }),
})
export type FormerUnitView = z.output<typeof formerUnitView>

export const communeView = z.object({
  code: z.string(),
  codeSystem,
  validFrom: z.string(),
  kind: z.enum(['phường', 'xã']),
  name: z.string(),
  fullName: z.string(),
  nameEn: z.string(),
  slug: z.string(),
  population: z.number().int(),
  areaKm2: z.number(),
  lat: z.number(),
  lon: z.number(),
  bbox: z.array(z.number()).length(4).meta({ description: 'west, south, east, north in degrees' }),
  matched: formerUnitView.nullable().meta({ description: 'The former unit whose name was found' }),
  boundary: z
    .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
    .nullable()
    .meta({
      description: 'Polygons of [lon, lat] as in a GeoJSON MultiPolygon; null unless asked for and imported',
    }),
})
export type CommuneView = z.output<typeof communeView>
export const communesView = pageOf(communeView)

export const communeDetails = communeView.extend({
  altNames: z.array(z.string()),
  headquarters: z.string().nullable(),
  formerUnits: z.array(formerUnitView),
  agencies: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
})
export type CommuneDetails = z.output<typeof communeDetails>

export const outlinesView = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      outline: z
        .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
        .meta({ description: 'Polygons of [lon, lat] with few corners, for a map' }),
    }),
  ),
  nextCursor: z.null(),
})
export type OutlinesView = z.output<typeof outlinesView>

const placeName = z.object({ code: z.string(), codeSystem, name: z.string(), slug: z.string() })
export const locatedView = z.object({
  commune: placeName,
  how: z
    .enum(['boundary', 'nearest'])
    .meta({ description: 'By an imported boundary, or by the nearest centre' }),
  alternatives: z.array(placeName).meta({ description: 'What it could be too: ask the citizen' }),
})
export type LocatedView = z.output<typeof locatedView>

export const agencyView = z.object({
  code: z.string(),
  name: z.string(),
  vi: z.string(),
  en: z.string(),
  kind: z.string(),
  commune: z.string().nullable(),
  calendar: z.string(),
})
export type AgencyView = z.output<typeof agencyView>
export const agenciesView = pageOf(agencyView)

export const hotlineView = z.object({
  number: z.string(),
  name: z.string(),
  free: z.boolean(),
  channels: z.array(z.string()),
})
export const hotlinesView = pageOf(hotlineView)
export type HotlineView = z.output<typeof hotlineView>
