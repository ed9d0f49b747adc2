import { z } from 'zod'

const degrees = String.raw`-?\d{1,3}(?:\.\d{1,15})?`
const states = ['done', 'work', 'wait', 'late', 'plain'] as const

/** A place on a drawn map: `105.84,21.59,wait`. */
const at = z
  .string()
  .max(60)
  .regex(new RegExp(`^${degrees},${degrees},(?:${states.join('|')})$`))
  .transform((text) => {
    const [lon, lat, state] = text.split(',')
    return { lon: Number(lon), lat: Number(lat), state: states.find((one) => one === state) ?? 'plain' }
  })

/** What is looked at: west, south, east, north. */
const box = z
  .string()
  .max(90)
  .regex(new RegExp(`^${degrees}(?:,${degrees}){3}$`))
  .transform((text): [number, number, number, number] => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
    return [west, south, east, north]
  })
  .refine(([west, south, east, north]) => west < east && south < north && south > -85 && north < 85)

/** The address of a drawn map of one place. */
export const mapPictureInput = z.strictObject({ at, box: box.optional() })
