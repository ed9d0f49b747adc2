import type { ActionFailure } from '@sveltejs/kit'
import { fail, isActionFailure, redirect } from '@sveltejs/kit'
import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { fieldErrors } from '#platform/field-errors.ts'
import { longestKey, once } from '#platform/once.server.ts'
import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { FieldError } from '#platform/pure/refused.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { limitWrite } from '#platform/rate-limit/limit-write.ts'

/** What a page gets back when its form was not taken: what is wrong where, and everything that was typed. */
export interface FormProblem {
  /** A sentence for the top of the page. */
  readonly message: string | null
  readonly refusal: string | null
  readonly errors: readonly FieldError[]
  readonly values: Readonly<Record<string, string | string[]>>
}

/** What of a page's event a form needs. */
export interface FormEvent {
  readonly locals: App.Locals
  readonly request: Request
  readonly url: URL
  readonly route: { readonly id: string | null }
}

type TablesOf = App.Locals['context'] extends Context<infer Tables> ? Tables : never

interface FormPlan<Schema extends z.ZodObject, Result> {
  readonly schema: Schema
  readonly run: (context: Context<TablesOf>, input: z.output<Schema>) => Promise<Result>
  /** Where to go when it is done; without it the result goes back to the page. */
  readonly then?: (result: Result) => string
  /** Form data read before, because files were taken out of it. */
  readonly form?: FormData
  /** Values that do not come from the form, such as ids of files taken from it or the code in the address. */
  readonly more?: Readonly<Record<string, string | string[]>>
}

/**
 * Takes a posted form: decodes it by the schema, runs the action once for the form's hidden `idempotencyKey`, and goes
 * on. A wrong field or a refusal answers 4xx with the sentences and everything that was typed.
 */
export async function formAction<Schema extends z.ZodObject, Result>(
  event: FormEvent,
  plan: FormPlan<Schema, Result>,
): Promise<Result | ActionFailure<FormProblem>> {
  const { context } = event.locals
  const form = plan.form ?? (await event.request.formData())
  const values = { ...stringsOf(form), ...plan.more }
  const parsed = plan.schema.safeParse(decodeStrings(plan.schema, values), { reportInput: true })
  if (!parsed.success) {
    return fail(422, {
      message: null,
      refusal: 'input-invalid',
      errors: fieldErrors(parsed.error, context),
      values,
    })
  }
  const result = await runOnce(event, { plan, input: parsed.data, key: keyOf(form) }).catch(
    (error: unknown) => {
      if (!isRefused(error)) throw error
      const message = context.outside.words.refusal(error.code, context.language, error.details)
      return fail(error.status, { message, refusal: error.code, errors: [...error.errors], values })
    },
  )
  if (isActionFailure(result)) return result
  if (plan.then) redirect(303, plan.then(result as Result))
  return result
}

async function runOnce<Schema extends z.ZodObject, Result>(
  event: FormEvent,
  { plan, input, key }: { plan: FormPlan<Schema, Result>; input: z.output<Schema>; key: string },
): Promise<Result> {
  const { address, context } = event.locals
  await limitWrite(context, address)
  const request = [event.route.id, event.url.searchParams.toString(), input]
  const scope = context.actor.personId ?? 'stranger'
  const done = await once(context, { scope, key, request }, async (context) => ({
    status: 200,
    answer: await plan.run(context, input),
  }))
  return done.answer as Result
}

function keyOf(form: FormData): string {
  const key = form.get('idempotencyKey')
  return typeof key === 'string' && key !== '' && key.length <= longestKey ? key : crypto.randomUUID()
}

/** Fields of the longest form of ours, many times over. */
const mostFields = 2000

/**
 * The texts of a form by name; names that come several times as lists. Files and our own fields are left out. Refuses
 * body-too-large for more fields than any form of ours has.
 */
export function stringsOf(form: FormData): Record<string, string | string[]> {
  const found = new Map<string, string[]>()
  let fields = 0
  for (const [name, value] of form) {
    fields += 1
    if (fields > mostFields) throw refusePlatform('body-too-large')
    if (name === 'idempotencyKey' || typeof value !== 'string') continue
    const texts = found.get(name)
    if (texts) texts.push(value)
    else found.set(name, [value])
  }
  return Object.fromEntries(
    [...found].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? '') : texts]),
  )
}
