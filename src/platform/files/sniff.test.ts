import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sniff } from './sniff.ts'

const text = (value: string) => new TextEncoder().encode(value)
const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a7' } })
const emptyArchive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
const pdf = '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n0\n%%EOF\n'

describe('what is taken, by its bytes', () => {
  test.each([
    ['jpeg', 'image', () => picture().jpeg().toBuffer()],
    ['png', 'image', () => picture().png().toBuffer()],
    ['webp', 'image', () => picture().webp().toBuffer()],
    ['heic', 'image', () => readFile('tests/samples/place-inside.heic')],
    ['pdf', 'document', async () => text(pdf)],
  ] as const)('%s', async (format, kind, make) => {
    expect(await sniff(await make())).toEqual({ kind, format })
  })
})

describe('what is not taken', () => {
  test.each([
    ['a page', async () => text('<!doctype html><title>hello</title>')],
    ['SVG', async () => text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['text', async () => text('a report about a road')],
    ['GIF', () => picture().gif().toBuffer()],
    ['AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
    ['a program', async () => Buffer.concat([text('\x7fELF'), Buffer.alloc(200)])],
    [
      'a picture with a page behind it',
      async () => Buffer.concat([await picture().jpeg().toBuffer(), text('<script>1</script>')]),
    ],
    [
      'a picture with an archive behind it',
      async () => Buffer.concat([await picture().png().toBuffer(), emptyArchive]),
    ],
    ['a PDF with an archive behind it', async () => Buffer.concat([text(pdf), emptyArchive])],
    ['a PDF that is a page too', async () => text(`%PDF-1.7\n<html><script>1</script>\n${pdf}`)],
    ['a PDF that goes on after its end', async () => text(`${pdf}more`)],
    ['a PDF that begins later', async () => text(`hello ${pdf}`)],
    [
      'a video of QuickTime',
      async () => Buffer.concat([Buffer.from([0, 0, 0, 20]), text('ftypqt  '), Buffer.alloc(40)]),
    ],
    ['something very short', async () => Buffer.from([0xff, 0xd8, 0xff])],
  ])('%s', async (_what, make) => {
    await expect(sniff(await make())).rejects.toMatchObject({ code: 'file-type-not-taken' })
  })
})
