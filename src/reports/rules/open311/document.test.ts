import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeDocument } from './document.ts'

test('one tree, both forms: lists without a wrapper in JSON, nothing left out in XML', () => {
  const document = {
    root: 'service_requests',
    item: 'request',
    list: [{ service_request_id: 'TN-1', account_id: null, media_urls: ['a', 'b'] }],
  }
  expect(writeDocument('json', document)).toBe(
    '[{"service_request_id":"TN-1","account_id":null,"media_urls":["a","b"]}]',
  )
  expect(writeDocument('xml', document)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<service_requests><request><service_request_id>TN-1</service_request_id>' +
      '<account_id/><media_urls><media_url>a</media_url><media_url>b</media_url></media_urls></request></service_requests>',
  )
})

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
})

test('whatever people wrote, the XML is well formed and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = writeDocument('xml', { root: 'errors', thing: { description: `x${text}` } })
      expect(XMLValidator.validate(xml)).toBe(true)
      const kept = `x${text}`.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
      const read = parser.parse(xml) as { errors: { description: string } }
      expect(read.errors.description).toBe(kept)
    }),
  )
})
