/** The place a phone writes into its videos. */
export const place = '+21.5917+105.8361/'

/** A box of an MP4 file. */
export function box(type: string, content: string | Buffer): Buffer {
  const inside = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inside])
}

/** An MP4 with the boxes a phone writes: `talk` is its place and maker, `measurements` a third track with positions. */
export function makeVideo(options: { talk: boolean; measurements: boolean }): Buffer {
  const start = box('ftyp', Buffer.from('isom\x00\x00\x02\x00isomiso2mp41', 'latin1'))
  const pictures = Buffer.from('PICTURES'.repeat(8), 'latin1')
  const measured = Buffer.from(options.measurements ? 'GPS-SAMPLES GPS-SAMPLES ' : '', 'latin1')
  const at = start.length + 8
  const tracks = [
    track('vide', [pictures.length], at),
    ...(options.measurements ? [track('meta', [12, 12], at + pictures.length)] : []),
  ]
  const talk = box(
    'udta',
    Buffer.concat([box('\xa9xyz', place), box('\xa9mak', 'PhoneMaker'), box('loci', place)]),
  )
  return Buffer.concat([
    start,
    box('mdat', Buffer.concat([pictures, measured])),
    box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), ...tracks, ...(options.talk ? [talk] : [])])),
    ...(options.talk ? [box('free', 'PhoneMaker')] : []),
  ])
}

function track(handler: string, sizes: number[], at: number): Buffer {
  const stbl = Buffer.concat([
    box('stsd', numbers(0, 0)),
    box('stsz', numbers(0, 0, sizes.length, ...sizes)),
    box('stsc', numbers(0, 1, 1, sizes.length, 1)),
    box('stco', numbers(0, 1, at)),
  ])
  const media = [
    box('hdlr', Buffer.concat([numbers(0, 0), Buffer.from(handler), Buffer.alloc(13)])),
    box('minf', box('stbl', stbl)),
  ]
  return box('trak', Buffer.concat([box('tkhd', Buffer.alloc(84)), box('mdia', Buffer.concat(media))]))
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4)
  return bytes
}
