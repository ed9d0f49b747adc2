import type { Readable } from 'node:stream'

/** Where the bytes of uploaded files lie: a folder, or any S3-compatible store. Keys are made by us, never by a client. */
export interface FileStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  get(key: string): Promise<Uint8Array>
  /** The bytes as they come, all of them or the part from `start` to `end`, both included. */
  stream(key: string, range?: ByteRange): Promise<Readable>
  /** Removes the bytes; a key that is not there is fine. */
  remove(key: string): Promise<void>
  /** Throws when nothing can be written. */
  check(): Promise<void>
}

/** The first and the last byte wanted, counted from 0. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}
