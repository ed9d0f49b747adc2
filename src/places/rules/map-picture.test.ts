import { expect, test } from 'vitest'
import { mapPictureInput } from './map-picture.ts'

test('an address of a drawn map names a place, its state and what is looked at', () => {
  expect(mapPictureInput.parse({ at: '105.84,21.59,wait', box: '105.1,21.2,105.9,21.8' })).toEqual({
    at: { lon: 105.84, lat: 21.59, state: 'wait' },
    box: [105.1, 21.2, 105.9, 21.8],
  })
})

test.each([
  {},
  { at: '105.84,21.59' },
  { at: '105.84,21.59,lost' },
  { at: '105.84,21.59,wait', box: '105.9,21.2,105.1,21.8' },
  { at: '105.84,21.59,wait', box: '105.1,21.2,105.9,89.9' },
  { at: '105.84,21.59,wait', box: '1,2,3' },
  { at: '1e9,21.59,wait' },
  { at: '105.84,21.59,wait', more: 'x' },
])('%j is none', (asked) => expect(mapPictureInput.safeParse(asked).success).toBe(false))
