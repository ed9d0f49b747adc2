import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { FilePurpose } from '#platform/files/take-file.ts'
import { takeFile } from '#platform/files/take-file.ts'
import type { FilesTables } from '#platform/files/tables.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Refused } from '#platform/pure/refused.ts'
import { isRefused } from '#platform/pure/refused.ts'

/** The field of a form that holds files, and the ids of files it sent before. */
export interface FormFiles {
  readonly form: FormData
  /** Name of both the file field and the hidden fields with ids. */
  readonly field: string
  readonly purpose: FilePurpose
  readonly most: number
  /** The form's idempotency key: posted again, the same files are not kept twice. */
  readonly key?: string
}

export interface TakenFormFiles {
  /** What the form now holds: files it sent before and the ones just taken. Shown as hidden fields until it succeeds. */
  readonly ids: string[]
  readonly refused: RefusedFile[]
}

/** A file that was not taken: why, and which of the sent files it was, counted from 1. */
export interface RefusedFile extends Pick<Refused, 'code' | 'details'> {
  readonly position: number
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/**
 * Takes the files of a plain form before the form itself is looked at, so that a wrong field elsewhere does not lose
 * them: what was taken comes back as ids in hidden fields of the same name. Refuses input-invalid for too many.
 */
export async function takeFormFiles(context: Context<FilesTables>, from: FormFiles): Promise<TakenFormFiles> {
  allow(context, 'anyone')
  const values = from.form.getAll(from.field)
  const before = values.filter((value) => typeof value === 'string' && uuid.test(value)) as string[]
  const sent = values.filter((value) => typeof value !== 'string' && value.size > 0) as File[]
  const ids = [...new Set(before)]
  if (ids.length + sent.length > from.most) {
    throw refusePlatform('input-invalid', { errors: [{ path: from.field, message: 'too many files' }] })
  }
  const refused: RefusedFile[] = []
  for (const [at, file] of sent.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const key = from.key === undefined ? {} : { key: `${from.key} ${ids.length} ${file.name.slice(0, 100)}` }
    try {
      ids.push((await takeFile(context, { bytes, purpose: from.purpose, ...key })).id)
    } catch (error) {
      if (!isRefused(error)) throw error
      refused.push({ code: error.code, details: error.details, position: at + 1 })
    }
  }
  return { ids: [...new Set(ids)], refused }
}
