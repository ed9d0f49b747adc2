import fc from 'fast-check'
import { expect, test } from 'vitest'
import { photosArePublic, publicPlace, publicWords, seesStep, textOfStep } from './public-view.ts'
import { statuses } from './status.ts'
import { timelineSteps } from './words.ts'

const point = fc.record({
  lat: fc.double({ min: 21.2, max: 22.9, noNaN: true }),
  lon: fc.double({ min: 105.2, max: 106.4, noNaN: true }),
})

test('a confidential place is the middle of its cell, and says nothing about where in it', () => {
  fc.assert(
    fc.property(point, (place) => {
      const rounded = publicPlace(place, true) ?? place
      expect(Math.abs(rounded.lat - place.lat)).toBeLessThanOrEqual(0.00251)
      expect(Math.abs(rounded.lon - place.lon)).toBeLessThanOrEqual(0.00251)
      expect(publicPlace(rounded, true)).toEqual(rounded)
      expect(publicPlace(place, false)).toEqual(place)
    }),
  )
})

test('confidential words are for nobody outside', () => {
  const words = { title: 'Gọi 0912 345 678', text: 'Gọi 0912 345 678', landmark: null }
  expect(publicWords(words, true)).toBeNull()
  expect(publicWords(words, false)).toEqual({ title: 'Gọi •••', text: 'Gọi •••', landmark: null })
})

test('strangers read of the timeline what concerns everybody', () => {
  const hidden = timelineSteps.filter((step) => !seesStep('public', step))
  expect(hidden.sort()).toEqual([
    'answer-declined',
    'answer-proposed',
    'contact-revealed',
    'escalated',
    'extension-declined',
    'extension-requested',
  ])
  const read = timelineSteps.filter(
    (step) => seesStep('public', step) && textOfStep('public', { step, text: 'x' }, false) !== null,
  )
  expect(read.sort()).toEqual([
    'accepted',
    'answered',
    'closed',
    'extended',
    'filed',
    'merged',
    'merged-here',
    'published',
    'started',
    'taken-back',
  ])
  for (const step of timelineSteps) {
    expect(textOfStep('public', { step, text: 'x' }, true)).toBeNull()
    expect(textOfStep('desk', { step, text: 'x' }, true)).toBe('x')
  }
})

test('photos are public only of what was taken, is not confidential and has not been taken away', () => {
  for (const status of statuses) {
    const hidden = ['rejected', 'merged', 'withdrawn'].includes(status)
    expect(photosArePublic({ status, confidential: false, taken: true })).toBe(!hidden)
    expect(photosArePublic({ status, confidential: true, taken: true })).toBe(false)
    expect(photosArePublic({ status, confidential: false, taken: false })).toBe(false)
  }
})
