import type { RequestEvent } from '@sveltejs/kit'
import { fail } from '@sveltejs/kit'
import type { ActionFailure } from '@sveltejs/kit'
import type { z } from 'zod'
import { fieldErrors } from '#platform/field-errors.ts'
import type { FormProblem } from '#platform/pages/form-action.ts'
import { stringsOf } from '#platform/pages/form-action.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { networkOf } from '#platform/rate-limit/limit-write.ts'

/**
 * A step of signing in: it sets cookies, so it is not kept for repeating as other writes are. Counted by address;
 * what is wrong comes back beside its field, secrets never.
 */
export async function signInStep<Schema extends z.ZodType, Result>(
  event: Pick<RequestEvent, 'request' | 'locals'>,
  plan: { schema: Schema; run: (input: z.output<Schema>) => Promise<Result> },
): Promise<{ done: Result } | ActionFailure<FormProblem>> {
  const { context, address } = event.locals
  const { words, limits } = context.outside
  const values = stringsOf(await event.request.formData())
  const { password: _password, code: _code, ...kept } = values
  const parsed = plan.schema.safeParse(values, { reportInput: true })
  if (!parsed.success) {
    return fail(422, {
      message: null,
      refusal: 'input-invalid',
      errors: fieldErrors(parsed.error, context),
      values: kept,
    })
  }
  try {
    await limits.count('sign-in-address', networkOf(address))
    return { done: await plan.run(parsed.data) }
  } catch (error) {
    if (!isRefused(error)) throw error
    const message = words.refusal(error.code, context.language, error.details)
    const errors = error.errors.map(({ path }) => ({ path, message }))
    return fail(error.status, {
      message: errors.length > 0 ? null : message,
      refusal: error.code,
      errors,
      values: kept,
    })
  }
}
