import { z } from 'zod'
import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import type { EndpointRow } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { longestKey } from '../once.server.ts'
import { fileView } from './file-view.ts'
import type { FileView } from './file-view.ts'
import type { FilesTables } from './tables.ts'
import { takeFile, tooLarge } from './take-file.ts'

/** More than the largest file any configuration allows; what is read stops at the largest of this configuration. */
const largestForm = 501 * 1_048_576

const uploadInput = z.strictObject({
  file: z
    .file()
    .meta({ description: 'JPEG, PNG, WebP, HEIC, MP4 or PDF; what it is is read from its content' }),
  purpose: z
    .enum(['photo', 'evidence'])
    .default('evidence')
    .meta({ description: '`photo` takes pictures only' }),
  key: z.string().max(longestKey).meta({ description: 'The Idempotency-Key' }),
})

/** A client sends one file; its id is then named in the report or answer it belongs to. */
export async function uploadFile(
  context: Context<FilesTables>,
  input: z.output<typeof uploadInput>,
): Promise<FileView> {
  allow(context, 'anyone')
  const limits = context.outside.settings.uploadLimits
  const most = Math.max(limits.image, limits.video, limits.document)
  if (input.file.size > most) throw tooLarge(most)
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  return takeFile(context, { bytes, purpose: input.purpose, key: input.key })
}

/** The endpoints of files. */
export const filesEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/files',
    summary: 'Send a picture, a video or a PDF, to name it in a report afterwards',
    who: 'anyone',
    takes: 'form',
    bodyLimit: largestForm,
    input: uploadInput,
    output: fileView,
    status: 201,
    run: uploadFile,
  }),
]
