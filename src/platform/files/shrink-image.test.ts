import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { shrinkImage } from './shrink-image.server.ts'

const place = {
  IFD0: { Make: 'PhoneMaker' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '21/1 35/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '105/1 50/1 10/1',
  },
}
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a7' } })

test('a photo comes out upright, in two sizes, without place, device and profile', async () => {
  const sent = await photo(2000, 1000)
    .jpeg()
    .withIccProfile('p3')
    .withExif(place)
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('PhoneMaker')
  const { large, small, width, height } = await shrinkImage(sent, 'jpeg')
  expect([width, height]).toEqual([800, 1600])
  for (const kept of [large, small]) {
    const { format, exif, icc, xmp, iptc, orientation } = await sharp(kept).metadata()
    expect({ format, exif, icc, xmp, iptc, orientation }).toEqual({ format: 'webp' })
    expect(Buffer.from(kept).toString('latin1')).not.toMatch(/PhoneMaker|EXIF|XMP |ICCP/)
  }
  expect((await sharp(small).metadata()).height).toBe(400)
})

test('a small photo is not made larger', async () => {
  const { width, height } = await shrinkImage(await photo(120, 90).png().toBuffer(), 'png')
  expect([width, height]).toEqual([120, 90])
})

test('a HEIC photo comes out as WebP without its place', async () => {
  const sent = await readFile('tests/samples/place-inside.heic')
  expect(sent.toString('latin1')).toContain('PhoneMaker')
  const { large, width, height } = await shrinkImage(sent, 'heic')
  expect([width, height]).toEqual([320, 240])
  expect(Buffer.from(large).toString('latin1')).not.toContain('PhoneMaker')
  const { dominant } = await sharp(large).stats()
  expect(dominant.g).toBeGreaterThan(dominant.r)
})

test('a damaged HEIC is refused', async () => {
  const sent = (await readFile('tests/samples/place-inside.heic')).subarray(0, 900)
  await expect(shrinkImage(sent, 'heic')).rejects.toMatchObject({ code: 'file-damaged' })
})

test('a JPEG that ends in the middle is refused', async () => {
  const noise = await sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer()
  await expect(shrinkImage(noise.subarray(0, noise.length / 2), 'jpeg')).rejects.toMatchObject({
    code: 'file-damaged',
  })
})

test('a bomb of a few bytes is refused before it is drawn', async () => {
  const started = performance.now()
  await expect(shrinkImage(pngHeader(60_000, 60_000), 'png')).rejects.toMatchObject({
    code: 'too-many-pixels',
  })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('more than 50 million pixels are refused', async () => {
  await expect(shrinkImage(pngHeader(7100, 7100), 'png')).rejects.toMatchObject({ code: 'too-many-pixels' })
})

test('a file that is not what it was taken for is refused', async () => {
  await expect(shrinkImage(await photo(10, 10).png().toBuffer(), 'jpeg')).rejects.toMatchObject({
    code: 'file-damaged',
  })
})

/** A PNG that says how large it is and holds next to nothing. */
function pngHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}
