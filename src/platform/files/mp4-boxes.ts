import { refusePlatform } from '../pure/platform-refusals.ts'

/** One box of an MP4 file: where it starts, where its content starts, where it ends. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly content: number
  readonly end: number
}

const mostBoxes = 10_000

/** The boxes between two places, in order. Refuses file-damaged when they do not fill it exactly. */
export function readBoxes(video: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    if (at + 8 > to || boxes.length > mostBoxes) throw refusePlatform('file-damaged')
    const short = video.readUInt32BE(at)
    const content = short === 1 ? at + 16 : at + 8
    if (content > to) throw refusePlatform('file-damaged')
    const length = short === 0 ? to - at : short === 1 ? Number(video.readBigUInt64BE(at + 8)) : short
    if (at + length > to || at + length < content) throw refusePlatform('file-damaged')
    boxes.push({ type: video.toString('latin1', at + 4, at + 8), start: at, content, end: at + length })
    at += length
  }
  return boxes
}

/** The box of this type inside another, or nothing. */
export function findBox(video: Buffer, outer: Box, type: string): Box | undefined {
  return readBoxes(video, outer.content, outer.end).find((box) => box.type === type)
}
