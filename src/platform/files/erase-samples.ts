import { refusePlatform } from '../pure/platform-refusals.ts'
import type { Box } from './mp4-boxes.ts'
import { findBox } from './mp4-boxes.ts'

const mostEntries = 1_000_000

interface Run {
  readonly firstChunk: number
  readonly samples: number
}

/** Overwrites what a track of an MP4 recorded, wherever in the file it lies. Refuses file-damaged for broken tables. */
export function eraseSamples(video: Buffer, track: Box): void {
  const table = ['mdia', 'minf', 'stbl'].reduce<Box | undefined>(
    (outer, type) => outer && findBox(video, outer, type),
    track,
  )
  if (!table) return
  const sizes = readSizes(video, findBox(video, table, 'stsz'))
  const runs = readRuns(video, findBox(video, table, 'stsc'))
  let sample = 0
  let run = 0
  for (const [chunk, start] of readOffsets(video, table).entries()) {
    while ((runs[run + 1]?.firstChunk ?? Infinity) <= chunk + 1) run += 1
    const next = Math.min(sample + (runs[run]?.samples ?? 0), sizes.length)
    let end = start
    for (; sample < next; sample += 1) end += sizes[sample] ?? 0
    if (end > video.length) throw refusePlatform('file-damaged')
    video.fill(0, start, end)
  }
}

function readSizes(video: Buffer, box: Box | undefined): number[] {
  if (!box) return []
  const same = video.readUInt32BE(box.content + 4)
  const count = video.readUInt32BE(box.content + 8)
  if (count > mostEntries) throw refusePlatform('file-damaged')
  if (same > 0) return new Array<number>(count).fill(same)
  return readEntries(box, { head: 12, width: 4, count }, (place) => video.readUInt32BE(place))
}

function readRuns(video: Buffer, box: Box | undefined): Run[] {
  if (!box) return []
  const count = video.readUInt32BE(box.content + 4)
  return readEntries(box, { head: 8, width: 12, count }, (place) => ({
    firstChunk: video.readUInt32BE(place),
    samples: video.readUInt32BE(place + 4),
  }))
}

function readOffsets(video: Buffer, table: Box): number[] {
  const short = findBox(video, table, 'stco')
  const box = short ?? findBox(video, table, 'co64')
  if (!box) return []
  const count = video.readUInt32BE(box.content + 4)
  return readEntries(box, { head: 8, width: short ? 4 : 8, count }, (place) =>
    short ? video.readUInt32BE(place) : Number(video.readBigUInt64BE(place)),
  )
}

function readEntries<Entry>(
  box: Box,
  list: { head: number; width: number; count: number },
  read: (place: number) => Entry,
): Entry[] {
  const { head, width, count } = list
  if (count > mostEntries || box.end - box.content < head + count * width)
    throw refusePlatform('file-damaged')
  return Array.from({ length: count }, (_, at) => read(box.content + head + at * width))
}
