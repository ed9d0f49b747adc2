import type { RequestEvent } from '@sveltejs/kit'
import { m } from '#design/messages/messages.js'
import type { RefusedFile } from '#platform/pages/take-form-files.ts'
import { takeFormFiles } from '#platform/pages/take-form-files.ts'
import type { FieldError } from '#platform/pure/refused.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { mostPhotos } from '#reports/rules/inputs.ts'

/** Keeps the photos of a form before anything else is looked at, and says of each that was not taken why. */
export async function takePhotos(
  event: RequestEvent,
  form: FormData,
): Promise<{ readonly ids: string[]; readonly errors: FieldError[] }> {
  const { context } = event.locals
  const key = form.get('idempotencyKey')
  const from = { form, field: 'photos', purpose: 'photo', most: mostPhotos } as const
  try {
    const { ids, refused } = await takeFormFiles(
      context,
      typeof key === 'string' && key ? { ...from, key } : from,
    )
    return { ids, errors: refused.map(say) }
  } catch (error) {
    if (!isRefused(error)) throw error
    const kept = form.getAll('photos').filter((value) => typeof value === 'string')
    return { ids: kept, errors: [{ path: 'photos', message: m.field_too_big_list({ limit: mostPhotos }) }] }
  }

  function say({ code, details, position }: RefusedFile): FieldError {
    const reason = context.outside.words.refusal(code, context.language, details)
    return { path: 'photos', message: m.reports_new_photo_refused({ number: position, reason }) }
  }
}
