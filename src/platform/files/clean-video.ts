import { refusePlatform } from '../pure/platform-refusals.ts'
import { eraseSamples } from './erase-samples.ts'
import type { Box } from './mp4-boxes.ts'
import { findBox, readBoxes } from './mp4-boxes.ts'

const allowedAtTop =
  /^(ftyp|styp|moov|mdat|moof|mfra|sidx|ssix|prft|emsg|pdin|free|skip|wide|udta|meta|uuid)$/
const saysMore = /^(free|skip|wide|udta|meta|uuid|emsg)$/
const holders = /^(moov|trak|moof|traf|mdia)$/
const played = /^(vide|soun)$/

/**
 * Gives a copy of an MP4 with everything overwritten that is neither picture nor sound: place, maker, free text and
 * tracks of measurements. Lengths stay, so that it plays as before. Refuses file-damaged when it is not a whole video,
 * and file-type-not-taken for measurements in a form that cannot be overwritten.
 */
export function cleanVideo(bytes: Uint8Array): Uint8Array {
  try {
    return clean(Buffer.from(bytes))
  } catch (error) {
    // A box that says more than it holds is read past its end.
    if (error instanceof RangeError) throw refusePlatform('file-damaged')
    throw error
  }
}

function clean(video: Buffer): Uint8Array {
  const top = readBoxes(video, 0, video.length)
  const moov = top.find((box) => box.type === 'moov')
  if (top[0]?.type !== 'ftyp' || !moov) throw refusePlatform('file-damaged')
  if (top.some((box) => !allowedAtTop.test(box.type))) throw refusePlatform('file-type-not-taken')
  eraseTalk(video, top)
  const tracks = readBoxes(video, moov.content, moov.end).filter((box) => box.type === 'trak')
  if (!tracks.some((track) => handlerOf(video, track) === 'vide')) throw refusePlatform('file-damaged')
  const silent = tracks.filter((track) => !played.test(handlerOf(video, track)))
  if (silent.length > 0 && top.some((box) => box.type === 'moof')) throw refusePlatform('file-type-not-taken')
  for (const track of silent) {
    eraseSamples(video, track)
    erase(video, track)
  }
  return video
}

function eraseTalk(video: Buffer, boxes: readonly Box[]): void {
  for (const box of boxes) {
    if (saysMore.test(box.type)) erase(video, box)
    else if (holders.test(box.type)) eraseTalk(video, readBoxes(video, box.content, box.end))
  }
}

function erase(video: Buffer, box: Box): void {
  video.write('free', box.start + 4, 'latin1')
  video.fill(0, box.content, box.end)
}

function handlerOf(video: Buffer, track: Box): string {
  const media = findBox(video, track, 'mdia')
  const handler = media && findBox(video, media, 'hdlr')
  if (!handler || handler.end - handler.content < 12) throw refusePlatform('file-damaged')
  return video.toString('latin1', handler.content + 8, handler.content + 12)
}
