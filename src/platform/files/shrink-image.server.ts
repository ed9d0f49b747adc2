import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import type { Sharp, SharpOptions } from 'sharp'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { HeicResult, HeicTask } from './heic-worker.ts'
import { imageSizes } from './image-sizes.ts'
import type { Sniffed } from './sniff.ts'
import { makeTurnstile } from './turnstile.ts'

/** Pictures with more pixels than this are not decoded. */
export const mostPixels = 50_000_000

const imagesAtOnce = 2
const mostImagesWaiting = 64
const heicMilliseconds = 30_000
const webp = { quality: 78, effort: 3 } as const

// Decoded pictures are large: nothing is kept between them, and one picture uses one thread.
sharp.cache(false)
sharp.concurrency(1)

const turnstile = makeTurnstile(imagesAtOnce, mostImagesWaiting)

/** A picture ready to be kept: two WebP versions, upright, with nothing in them but pixels. */
export interface ShrunkImage {
  readonly large: Uint8Array
  readonly small: Uint8Array
  /** Of the large version, in pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Draws a picture anew in two sizes, upright, in sRGB, without EXIF, place, colour profile or anything else it carried.
 * Two at a time, so that memory stays bounded. Refuses file-damaged and too-many-pixels (over 50 million).
 */
export async function shrinkImage(bytes: Uint8Array, format: Sniffed['format']): Promise<ShrunkImage> {
  return turnstile.pass(async () => {
    const picture = format === 'heic' ? await openHeic(bytes) : await openPicture(bytes, format)
    return drawTwice(picture).catch(() => {
      throw refusePlatform('file-damaged')
    })
  })
}

const reading: SharpOptions = { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' }

async function openPicture(bytes: Uint8Array, format: string): Promise<Sharp> {
  const header = await sharp(bytes, { ...reading, limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (header?.format !== format) throw refusePlatform('file-damaged')
  if (header.width * header.height > mostPixels) throw tooManyPixels()
  return sharp(bytes, reading).autoOrient()
}

async function openHeic(bytes: Uint8Array): Promise<Sharp> {
  const result = await decodeInWorker({ bytes, mostPixels })
  if (result === 'too-many-pixels') throw tooManyPixels()
  if (result === 'damaged') throw refusePlatform('file-damaged')
  const { data, width, height } = result
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels }).removeAlpha()
}

/** The HEIC decoder computes without a pause: in a thread of its own the server goes on answering. */
function decodeInWorker(task: HeicTask): Promise<HeicResult> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: task,
      stdout: true,
      stderr: true,
    })
    const finish = (result: HeicResult) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish('damaged'), heicMilliseconds)
    worker.once('message', finish)
    worker.once('error', () => finish('damaged'))
    worker.once('exit', () => finish('damaged'))
  })
}

async function drawTwice(picture: Sharp): Promise<ShrunkImage> {
  const large = await fitIn(picture, imageSizes.large).toBuffer({ resolveWithObject: true })
  const small = await fitIn(sharp(large.data), imageSizes.small).toBuffer()
  return { large: large.data, small, width: large.info.width, height: large.info.height }
}

function fitIn(picture: Sharp, side: number): Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).webp(webp)
}

function tooManyPixels() {
  return refusePlatform('too-many-pixels', { details: { megapixels: mostPixels / 1_000_000 } })
}
