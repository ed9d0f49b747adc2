import { m } from '#design/messages/messages.js'

/** A commune as the platform names it. */
export interface PlaceName {
  readonly code: string
  readonly name: string
}

export type Located =
  | { readonly found: true; readonly commune: PlaceName; readonly alternatives: readonly PlaceName[] }
  | { readonly found: false; readonly why: 'outside' | 'failed' }

/** What is said of a place beyond the province. */
export const outsideWords = m.reports_new_position_outside

interface Answer {
  readonly commune: PlaceName
  readonly alternatives: readonly PlaceName[]
}

/** Asks in which commune a point lies. */
export async function locate(at: { readonly lat: number; readonly lon: number }): Promise<Located> {
  try {
    const response = await fetch(`/api/v1/places/locate?lat=${at.lat.toFixed(6)}&lon=${at.lon.toFixed(6)}`)
    if (response.status === 422) return { found: false, why: 'outside' }
    if (!response.ok) return { found: false, why: 'failed' }
    const { commune, alternatives } = (await response.json()) as Answer
    return { found: true, commune, alternatives }
  } catch {
    return { found: false, why: 'failed' }
  }
}

export interface DevicePosition {
  readonly lat: number
  readonly lon: number
  readonly accuracyMeters: number
}

const longestWaitMilliseconds = 20_000
const oldestMilliseconds = 30_000

/** Where this device is. Fails with `denied` when it must not tell, with `failed` when it does not know. */
export function devicePosition(): Promise<DevicePosition> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('failed'))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ lat: coords.latitude, lon: coords.longitude, accuracyMeters: Math.ceil(coords.accuracy) }),
      (error) => reject(new Error(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed')),
      { enableHighAccuracy: true, timeout: longestWaitMilliseconds, maximumAge: oldestMilliseconds },
    )
  })
}
