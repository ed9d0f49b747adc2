import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { Refused, isRefused } from '#platform/pure/refused.ts'
import { checkPhoneCode } from '#people/check-phone-code.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { FileReport } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

export type Reporter = Pick<ReportRow, 'reporter_kind' | 'reporter_id' | 'guest_phone' | 'guest_name'>

const nobody: Reporter = {
  reporter_kind: 'anonymous',
  reporter_id: null,
  guest_phone: null,
  guest_name: null,
}

/**
 * Who reports: nobody, where the category allows it and they wish so; the person who is signed in; or a guest whose phone
 * number is confirmed by the code sent to it. Refuses category-needs-name, contact-needed and what the code check says.
 */
export async function findReporter(
  context: Context<ReportsWorld>,
  input: Pick<FileReport, 'anonymous' | 'contact'>,
  category: Pick<CategoryRow, 'anonymous_allowed'>,
): Promise<Reporter> {
  allow(context, 'anyone')
  if (input.anonymous) {
    if (category.anonymous_allowed) return nobody
    throw refuse('category-needs-name', { errors: [{ path: 'anonymous', message: 'category-needs-name' }] })
  }
  const { personId } = context.actor
  if (personId !== null) return { ...nobody, reporter_kind: 'person', reporter_id: personId }
  if (!input.contact) {
    throw refuse('contact-needed', { errors: [{ path: 'contact.phone', message: 'contact-needed' }] })
  }
  const { name, ...sent } = input.contact
  const { phone } = await inContact(checkPhoneCode(context, sent))
  return { ...nobody, reporter_kind: 'guest', guest_phone: phone, guest_name: name || null }
}

/** The phone and the code are fields inside `contact`; what was wrong with them is told there. */
async function inContact<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    if (!isRefused(error)) throw error
    const errors = error.errors.map(({ path, message }) => ({ path: `contact.${path}`, message }))
    throw new Refused(error.code, error.status, { errors, details: error.details })
  })
}
