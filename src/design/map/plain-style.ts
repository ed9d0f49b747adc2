import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { FeatureCollection } from 'geojson'
import type { MapName, MapPoint } from './geo.ts'
import type { MapTheme } from './map-theme.ts'

/** Pixels of a metre at zoom 0, at the latitude of the province. */
const pixelsPerMeter = 1.378e-5
const highZoom = 20

/** A radius in metres, whatever the zoom. */
const reach: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  ['*', ['get', 'reach'], pixelsPerMeter],
  highZoom,
  ['*', ['get', 'reach'], pixelsPerMeter * 2 ** highZoom],
]

/** Discs of land, and the dots of the places above it. */
export const landLayer = 'land'
export const dotsLayer = 'name-dots'

/** A map without any server: a plain ground, discs of land, and the names of the places. */
export function plainStyle(names: readonly MapName[], theme: MapTheme): StyleSpecification {
  return {
    version: 8,
    sources: { names: { type: 'geojson', data: namesAsGeoJson(names) } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': theme.ground } },
      {
        id: landLayer,
        type: 'circle',
        source: 'names',
        paint: { 'circle-radius': reach, 'circle-color': theme.panel, 'circle-pitch-alignment': 'map' },
      },
      {
        id: dotsLayer,
        type: 'circle',
        source: 'names',
        paint: { 'circle-radius': 2.5, 'circle-color': theme.line, 'circle-opacity': 0.6 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        layout: {
          'icon-image': ['concat', 'name|', ['get', 'name']],
          'icon-anchor': 'bottom',
          'icon-offset': [0, -3],
          'symbol-sort-key': ['-', 0, ['get', 'weight']],
        },
      },
    ],
  }
}

function namesAsGeoJson(names: readonly MapName[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: names.map(({ name, weight, reachMeters, lat, lon }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { name, weight, reach: reachMeters },
    })),
  }
}

/** The points as the map takes them; each keeps its id. */
export function pointsAsGeoJson(points: readonly MapPoint[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(({ id, state, lat, lon }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { id, state },
    })),
  }
}
