import { z } from 'zod'

/** A file that an endpoint answers with instead of JSON: written while it is read, so it may be longer than memory. */
export interface SentFile {
  /** Content type. */
  readonly type: string
  /** What a browser calls it when it is saved; letters, digits, dots and dashes. */
  readonly name: string
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
}

/** The output of an endpoint row that sends a file. */
export const sentFile = z.custom<SentFile>()

/** The file as an HTTP answer, to be saved rather than shown. */
export function fileResponse(file: SentFile): Response {
  return new Response(file.body, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** Text as a stream of bytes, made piece by piece as the reader asks for it. */
export function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await source.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await source.return?.()
    },
  })
}
