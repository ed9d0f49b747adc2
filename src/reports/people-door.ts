import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refuse } from './rules/refusals.ts'

export async function checkPhoneCode(
  context: Pick<Context<unknown>, 'actor'>,
  input: { phone: string; code: string },
): Promise<{ phone: string }> {
  allow(context, 'anyone')
  if (input.code === '') throw refuse('contact-needed')
  return { phone: input.phone }
}

export async function findPerson(
  context: Pick<Context<unknown>, 'actor'>,
  input: { id: string },
): Promise<{ name: string | null; phone: string | null }> {
  allow(context, 'anyone')
  if (input.id === '') throw refuse('no-contact-known')
  return { name: null, phone: null }
}
