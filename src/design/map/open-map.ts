import 'maplibre-gl/dist/maplibre-gl.css'
import './open-map.css'
import * as maplibre from 'maplibre-gl'
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, MapLayerMouseEvent, StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Bounds, MapName, MapPoint, Position } from './geo.ts'
import { boundsOf } from './geo.ts'
import { drawImage, drawingRatio, readTheme } from './map-theme.ts'
import type { MapTheme } from './map-theme.ts'
import { dotsLayer, landLayer, plainStyle, pointsAsGeoJson } from './plain-style.ts'

export interface MapPlan {
  readonly container: HTMLElement
  /** A MapLibre style, or null for the plain ground. */
  readonly styleUrl: string | null
  readonly names: readonly MapName[]
  readonly points: readonly MapPoint[]
  /** Where to look first; around the points unless told. */
  readonly bounds?: Bounds | undefined
  readonly words: { readonly label: string; readonly zoomIn: string; readonly zoomOut: string }
  /** Somebody pressed a point. */
  readonly chosen?: (id: string) => void
}

export interface OpenMap {
  show(points: readonly MapPoint[], bounds?: Bounds): void
  /** Where the middle of the map is. */
  centre(): Position
  goTo(at: Position, zoom: number): void
  close(): void
}

/** Opens a map that can be moved by hand, mouse and keys. Fails where the device cannot draw one. */
export async function openMap(plan: MapPlan): Promise<OpenMap> {
  maplibre.setWorkerUrl(workerUrl)
  const theme = readTheme(plan.container)
  const span = plan.styleUrl === null ? plainSpan : undefined
  const lookAt = (points: readonly MapPoint[], bounds?: Bounds) => bounds ?? boundsOf(points, span)
  const plain = plainStyle(plan.names, theme)
  const map = new maplibre.Map({
    container: plan.container,
    style: await pickStyle(plan.styleUrl, plain),
    bounds: [...lookAt(plan.points, plan.bounds)],
    fitBoundsOptions: { padding: 32, maxZoom: 15 },
    attributionControl: plan.styleUrl === null ? false : { compact: true },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: false,
    locale: {
      'Map.Title': plan.words.label,
      'NavigationControl.ZoomIn': plan.words.zoomIn,
      'NavigationControl.ZoomOut': plan.words.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right')
  map.setMissingStyleImageResolver((id) => addDrawing(map, id, theme))
  await loaded(map)
  addPoints(map, plan)
  void addOutlines(map, { theme, communes: plan.names.length }).catch(() => undefined)
  await map.once('idle')
  return {
    show: (points, bounds) => {
      void map.getSource<GeoJSONSource>('points')?.setData(pointsAsGeoJson(points))
      map.fitBounds([...lookAt(points, bounds)], { padding: 32, maxZoom: 15, animate: false })
    },
    centre: () => ({ lat: map.getCenter().lat, lon: map.getCenter().lng }),
    goTo: ({ lat, lon }, zoom) => map.jumpTo({ center: [lon, lat], zoom }),
    close: () => map.remove(),
  }
}

/** On the plain ground a near look shows nothing: some communes should be in it. Degrees. */
const plainSpan = 0.2

/** The style of the configuration, if it can be had now; the plain ground otherwise. */
async function pickStyle(
  url: string | null,
  plain: StyleSpecification,
): Promise<StyleSpecification | string> {
  if (url === null) return plain
  try {
    const response = await fetch(url)
    if (!response.ok) return plain
    if ((await response.text()).includes('pmtiles://')) {
      const { Protocol } = await import('pmtiles')
      maplibre.addProtocol('pmtiles', new Protocol().tile)
    }
    return url
  } catch {
    return plain
  }
}

function loaded(map: maplibre.Map): Promise<void> {
  return new Promise((resolve, reject) => {
    map.once('style.load', () => resolve())
    map.once('error', ({ error }) => {
      if (map.isStyleLoaded() !== true) reject(error)
    })
  })
}

/** Where the program tells the shapes of the communes, if an operator has loaded them. */
const outlinesPath = '/api/v1/places/outlines'

/** On the plain ground land has its real shape once boundaries are loaded; until then, and without network, discs. */
async function addOutlines(map: maplibre.Map, plain: { theme: MapTheme; communes: number }): Promise<void> {
  if (!map.getLayer(landLayer)) return
  const answer = await fetch(outlinesPath, { headers: { accept: 'application/geo+json' } })
  if (!answer.ok) return
  const outlines = (await answer.json()) as FeatureCollection
  if (outlines.features.length === 0) return
  map.addSource('outlines', { type: 'geojson', data: outlines })
  const { panel, line } = plain.theme
  const shared = { source: 'outlines' } as const
  const fill = { 'fill-color': panel }
  map.addLayer({ ...shared, id: 'shapes', type: 'fill', paint: fill }, dotsLayer)
  const border = { 'line-color': line, 'line-opacity': 0.5, 'line-width': 1 }
  map.addLayer({ ...shared, id: 'borders', type: 'line', paint: border }, dotsLayer)
  if (outlines.features.length >= plain.communes) map.removeLayer(landLayer)
}

function addDrawing(map: maplibre.Map, id: string, theme: MapTheme): void {
  const drawn = map.hasImage(id) ? null : drawImage(id, theme)
  if (drawn) map.addImage(id, drawn, { pixelRatio: drawingRatio })
}

const clusterRadius = 36
const clusterMaxZoom = 14

function addPoints(map: maplibre.Map, { points, chosen }: MapPlan): void {
  map.addSource('points', {
    type: 'geojson',
    data: pointsAsGeoJson(points),
    cluster: true,
    clusterRadius,
    clusterMaxZoom,
  })
  const shared = { type: 'symbol', source: 'points' } as const
  map.addLayer({
    ...shared,
    id: 'counts',
    filter: ['has', 'point_count'],
    layout: { 'icon-image': ['concat', 'count|', ['get', 'point_count']], 'icon-allow-overlap': true },
  })
  map.addLayer({
    ...shared,
    id: 'points',
    filter: ['!', ['has', 'point_count']],
    layout: { 'icon-image': ['concat', 'badge|', ['get', 'state']], 'icon-allow-overlap': true },
  })
  map.on('click', 'counts', (event) => void openCluster(map, event))
  map.on('click', 'points', ({ features }) => {
    const id: unknown = features?.[0]?.properties['id']
    if (typeof id === 'string') chosen?.(id)
  })
  for (const layer of ['counts', 'points']) {
    map.on('mouseenter', layer, () => map.getCanvas().classList.add('pointing'))
    map.on('mouseleave', layer, () => map.getCanvas().classList.remove('pointing'))
  }
}

async function openCluster(map: maplibre.Map, { features, lngLat }: MapLayerMouseEvent): Promise<void> {
  const id: unknown = features?.[0]?.properties['cluster_id']
  if (typeof id !== 'number') return
  const zoom = await map.getSource<GeoJSONSource>('points')?.getClusterExpansionZoom(id)
  map.easeTo({ center: lngLat, zoom: zoom ?? map.getZoom() + 2 })
}
