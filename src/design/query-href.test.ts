import { expect, test } from 'vitest'
import { queryHref } from './query-href.ts'

test.each([
  ['?q=c%C3%A2y', 'abc', '/reports?q=c%C3%A2y&cursor=abc'],
  ['?cursor=old&q=x', 'new', '/reports?cursor=new&q=x'],
  ['?cursor=old', null, '/reports'],
  ['?cursor=old&q=x', null, '/reports?q=x'],
  ['', null, '/reports'],
])('%s with cursor %s', (search, cursor, href) => {
  expect(queryHref({ pathname: '/reports', search }, 'cursor', cursor)).toBe(href)
})
