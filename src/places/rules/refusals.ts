import { refusals } from '#platform/pure/refused.ts'

export const placesRefusals = {
  'outside-province': 422,
  'commune-not-found': 404,
  'agency-not-found': 404,
  'calendar-not-found': 404,
  'boundaries-invalid': 422,
} as const

export const refusePlaces = refusals(placesRefusals)
