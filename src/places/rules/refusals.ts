import { refusals } from '#platform/pure/refused.ts'

export const placesRefusals = {
  'outside-province': 422,
  'commune-not-found': 404,
  'agency-not-found': 404,
  'calendar-not-found': 404,
  'calendar-day-not-found': 404,
  'calendar-exists': 409,
  'season-not-found': 404,
  'last-season': 409,
  'too-many-seasons': 409,
  'boundaries-invalid': 422,
} as const

export const refusePlaces = refusals(placesRefusals)
