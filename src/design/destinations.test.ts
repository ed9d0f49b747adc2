import { expect, test } from 'vitest'
import { destinationOf } from './destinations.ts'

test.each([
  ['/', 'home'],
  ['/reports', 'reports'],
  ['/reports/TN-7K4M2Q9P', 'reports'],
  ['/reportsandmore', null],
  ['/services', 'services'],
  ['/me/sessions', 'me'],
  ['/about', null],
])('%s belongs to %s', (path, destination) => expect(destinationOf(path)).toBe(destination))
