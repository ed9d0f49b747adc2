import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { ByteRange, FileStore } from './file-store.ts'
import type { FileSettings } from './file-settings.ts'
import { makeS3Disk } from './s3-disk.server.ts'

const checkKey = 'check/written'

/** The store the configuration names: a folder, or a bucket of an S3-compatible store. */
export function makeFileStore(settings: FileSettings): FileStore {
  return settings.driver === 'local' ? makeLocalStore(resolve(settings.folder)) : makeS3Store(settings)
}

function makeLocalStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const store: FileStore = {
    put: async (key, bytes, contentType) => {
      await disk.put(key, bytes, { contentType })
      await flush(join(folder, key))
    },
    get: (key) => disk.getBytes(key),
    stream: async (key, range) =>
      range
        ? createReadStream(join(folder, key), { start: range.start, end: range.end })
        : disk.getStream(key),
    remove: (key) => disk.delete(key),
    check: async () => {
      await mkdir(folder, { recursive: true })
      await writeCheck(store)
    },
  }
  return store
}

/** An upload that was acknowledged survives a power cut: file and folder entry go to the disk. */
async function flush(path: string): Promise<void> {
  for (const flushed of [path, dirname(path)]) {
    const handle = await open(flushed, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

function makeS3Store(settings: Extract<FileSettings, { driver: 's3' }>): FileStore {
  let opened: ReturnType<typeof makeS3Disk> | null = null
  const bucket = () => (opened ??= makeS3Disk(settings))
  const store: FileStore = {
    put: async (key, bytes, contentType) => {
      await (await bucket()).disk.put(key, bytes, { contentType })
    },
    get: async (key) => (await bucket()).disk.getBytes(key),
    stream: async (key: string, range?: ByteRange): Promise<Readable> => {
      const { disk, streamRange } = await bucket()
      return range ? streamRange(key, range) : disk.getStream(key)
    },
    remove: async (key) => (await bucket()).disk.delete(key),
    check: () => writeCheck(store),
  }
  return store
}

async function writeCheck(store: FileStore): Promise<void> {
  await store.put(checkKey, new TextEncoder().encode('written'), 'text/plain')
  await store.remove(checkKey)
}
