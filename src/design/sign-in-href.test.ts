import { expect, test } from 'vitest'
import { signInHref } from './sign-in-href.ts'

test.each([
  ['/', '', '/sign-in'],
  ['/en', '', '/sign-in'],
  ['/sign-in', '?next=%2Freports', '/sign-in'],
  ['/reports', '?q=c%C3%A2y', '/sign-in?next=%2Freports%3Fq%3Dc%25C3%25A2y'],
])('from %s%s to %s', (pathname, search, href) => {
  expect(signInHref({ pathname, search })).toBe(href)
})
