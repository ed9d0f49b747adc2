import { parentPort, workerData } from 'node:worker_threads'
import decode from 'heic-decode'

/** What the worker is given. */
export interface HeicTask {
  readonly bytes: Uint8Array
  readonly mostPixels: number
}

/** What it answers: the first picture as RGBA, that it has too many pixels, or that it cannot be read. */
export type HeicResult =
  | { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }
  | 'too-many-pixels'
  | 'damaged'

async function decodeHeic(task: HeicTask): Promise<HeicResult> {
  const images = await decode.all({ buffer: task.bytes })
  try {
    const image = images[0]
    if (!image) return 'damaged'
    if (image.width * image.height > task.mostPixels) return 'too-many-pixels'
    return await image.decode()
  } finally {
    images.dispose()
  }
}

if (parentPort) {
  const port = parentPort
  decodeHeic(workerData as HeicTask).then(
    (result) => port.postMessage(result, typeof result === 'string' ? [] : [result.data.buffer]),
    () => port.postMessage('damaged'),
  )
}
