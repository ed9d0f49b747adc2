import type { Feature, FeatureCollection } from 'geojson'
import { endpoint } from '#platform/endpoint.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import { findAgency } from './find-agency.ts'
import { findCommune } from './find-commune.ts'
import { listAgencies } from './list-agencies.ts'
import { listHotlines } from './list-hotlines.ts'
import { listOutlines } from './list-outlines.ts'
import { locatePlace } from './locate-place.ts'
import {
  findAgencyInput,
  findCommuneInput,
  listAgenciesInput,
  listHotlinesInput,
  listOutlinesInput,
  locatePlaceInput,
  searchCommunesInput,
} from './rules/inputs.ts'
import type { CommuneView, OutlinesView } from './rules/views.ts'
import {
  agenciesView,
  agencyView,
  communeDetails,
  communesView,
  hotlinesView,
  locatedView,
  outlinesView,
} from './rules/views.ts'
import { searchCommunes } from './search-communes.ts'

/** What other programs may ask of places. */
export const placesEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/communes',
    summary: 'Communes by present or former name, accents not needed; all without words',
    who: 'anyone',
    input: searchCommunesInput,
    output: communesView,
    geo: communesOnMap,
    run: searchCommunes,
  }),
  endpoint({
    method: 'GET',
    path: '/communes/{code}',
    summary: 'One commune: facts, what it was made of, its agencies',
    who: 'anyone',
    input: findCommuneInput,
    output: communeDetails,
    geo: (commune) => communesOnMap({ items: [commune] }),
    run: findCommune,
  }),
  endpoint({
    method: 'GET',
    path: '/places/outlines',
    summary: 'Shapes of the communes for a map; none until boundaries are loaded',
    who: 'anyone',
    input: listOutlinesInput,
    output: outlinesView,
    geo: outlinesOnMap,
    run: listOutlines,
  }),
  endpoint({
    method: 'GET',
    path: '/places/locate',
    summary: 'The commune in which a point lies',
    who: 'anyone',
    input: locatePlaceInput,
    output: locatedView,
    run: locatePlace,
  }),
  endpoint({
    method: 'GET',
    path: '/agencies',
    summary: 'The agencies of the province',
    who: 'anyone',
    input: listAgenciesInput,
    output: agenciesView,
    run: listAgencies,
  }),
  endpoint({
    method: 'GET',
    path: '/agencies/{code}',
    summary: 'One agency',
    who: 'anyone',
    input: findAgencyInput,
    output: agencyView,
    run: findAgency,
  }),
  endpoint({
    method: 'GET',
    path: '/hotlines',
    summary: 'The numbers to call in need',
    who: 'anyone',
    input: listHotlinesInput,
    output: hotlinesView,
    run: listHotlines,
  }),
]

function communesOnMap(page: { items: readonly CommuneView[] }): FeatureCollection {
  return { type: 'FeatureCollection', features: page.items.map(feature) }
}

function feature(commune: CommuneView): Feature {
  const { code, codeSystem, fullName, slug, population, boundary } = commune
  return {
    type: 'Feature',
    id: code,
    geometry: boundary
      ? { type: 'MultiPolygon', coordinates: boundary }
      : { type: 'Point', coordinates: [commune.lon, commune.lat] },
    properties: { code, codeSystem, name: fullName, slug, population, lat: commune.lat, lon: commune.lon },
  }
}

function outlinesOnMap({ items }: OutlinesView): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: items.map(({ code, outline }) => ({
      type: 'Feature',
      id: code,
      geometry: { type: 'MultiPolygon', coordinates: outline },
      properties: { code },
    })),
  }
}
