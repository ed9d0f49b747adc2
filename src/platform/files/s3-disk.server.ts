import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import type { ByteRange } from './file-store.ts'
import type { FileSettings } from './file-settings.ts'

/** A bucket as flydrive sees it, and a way to read a part of an object, which flydrive does not have. */
export interface S3Disk {
  readonly disk: Disk
  streamRange(key: string, range: ByteRange): Promise<Readable>
}

/**
 * Opens the bucket. The client library is loaded here and only here, because it is large and a province that keeps its
 * files in a folder has no use for it.
 */
export async function makeS3Disk(settings: Extract<FileSettings, { driver: 's3' }>): Promise<S3Disk> {
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const { S3Driver } = await import('flydrive/drivers/s3')
  const client = new S3Client({
    region: settings.region,
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const { bucket } = settings
  return {
    disk: new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })),
    streamRange: async (key, range) => {
      const found = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=${range.start}-${range.end}` }),
      )
      return found.Body as Readable
    },
  }
}
