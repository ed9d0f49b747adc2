import { describe, expect, test } from 'vitest'
import { cleanVideo } from './clean-video.ts'
import { box, makeVideo, place } from '../../../tests/samples/make-video.ts'

describe('a video', () => {
  test('loses the place it was made at, and keeps its length, pictures and sound', () => {
    const sent = makeVideo({ talk: true, measurements: false })
    expect(sent.toString('latin1')).toContain(place)
    const kept = Buffer.from(cleanVideo(sent))
    expect(kept.length).toBe(sent.length)
    expect(kept.toString('latin1')).not.toContain(place)
    expect(kept.toString('latin1')).not.toContain('PhoneMaker')
    expect(kept.toString('latin1')).toContain('PICTURES')
    expect(kept.toString('latin1')).toContain('vide')
  })

  test('loses a track of measurements with all it recorded', () => {
    const sent = makeVideo({ talk: false, measurements: true })
    expect(sent.toString('latin1')).toContain('GPS-SAMPLES')
    const kept = Buffer.from(cleanVideo(sent)).toString('latin1')
    expect(kept).not.toContain('GPS-SAMPLES')
    expect(kept).toContain('PICTURES')
  })

  test.each([
    ['cut off', makeVideo({ talk: true, measurements: false }).subarray(0, 120)],
    ['without a picture', Buffer.concat([box('ftyp', 'isom0000'), box('moov', ''), box('mdat', 'x')])],
    ['without a head', Buffer.concat([box('ftyp', 'isom0000'), box('mdat', 'x')])],
    [
      'with a box that says more than it holds',
      Buffer.concat([box('ftyp', 'isom0000'), box('moov', box('trak', box('mdia', box('hdlr', 'x'))))]),
    ],
  ])('%s is refused as damaged', (_what, sent) => {
    expect(() => cleanVideo(sent)).toThrow(expect.objectContaining({ code: 'file-damaged' }))
  })

  test('with something else behind it is refused', () => {
    const sent = Buffer.concat([
      makeVideo({ talk: false, measurements: false }),
      box('html', '<script>1</script>'),
    ])
    expect(() => cleanVideo(sent)).toThrow(expect.objectContaining({ code: 'file-type-not-taken' }))
  })
})
