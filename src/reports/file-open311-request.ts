import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { readPhone } from '#people/rules/phone.ts'
import { fileReport } from './file-report.ts'
import { closeReceipt } from './open311-keys.ts'
import type { Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfCategory, referenceOf } from './report-reference.ts'
import type { FileReport } from './rules/inputs.ts'
import { fileReportInput } from './rules/inputs.ts'
import type { Filing } from './rules/open311/filing.ts'
import { communeInAddress, describe } from './rules/open311/filing.ts'
import { wrong } from './rules/open311/query.ts'
import { refuse } from './rules/refusals.ts'
import { insertFiling } from './store/open311.server.ts'
import { readReport } from './store/reports.server.ts'
import type { CategoryRow } from './store/tables.ts'

/** What came of a filing. */
export interface FiledRequest {
  readonly code: string
  readonly token: string
  readonly dueAt: string | null
  readonly danger: boolean
}

/**
 * A partner files what somebody told it, with its own key. It answers for the name and the phone number it gives: they are
 * kept sealed as those of a guest. Refuses category-not-found, open311-place-unclear, category-needs-name and whatever
 * cannot be read, by its Open311 name.
 */
export async function fileOpen311Request(
  context: Context<ReportsWorld>,
  input: { readonly filing: Filing; readonly photos: readonly string[]; readonly keyId: string },
): Promise<FiledRequest> {
  allow(context, 'anyone')
  const { filing, photos, keyId } = input
  return inTransaction(context, async (context) => {
    const reference = await referenceOf(context)
    const category = categoryOf(reference, filing.category)
    const reporter = reporterOf(filing, category)
    const report = readReportInput(context, { filing, photos, reference, category })
    const filed = await fileReport(context, report, { channel: 'open311', reporter })
    const row = await readReport(context.db, filed.code)
    if (!row) throw new Error('the report that was just filed is not there')
    const token = `t-${Buffer.from(context.randomBytes(16)).toString('hex')}`
    await insertFiling(context.db, {
      report_id: row.id,
      key_id: keyId,
      token,
      account_id: filing.accountId,
      device_id: filing.deviceId,
      receipt: closeReceipt(context.outside.settings.secret, row.id, filed.receiptKey),
      filed_at: context.now(),
    })
    return { code: filed.code, token, dueAt: filed.dueAt, danger: filed.danger }
  })
}

function reporterOf(filing: Filing, category: CategoryRow) {
  const phone = filing.phone === null ? null : readPhone(filing.phone)
  const nobody = { reporter_id: null, guest_phone: null, guest_name: null }
  if (phone !== null) {
    return { ...nobody, reporter_kind: 'guest', guest_phone: phone, guest_name: filing.name } as const
  }
  if (!category.anonymous_allowed) throw refuse('category-needs-name')
  return filing.name === null
    ? ({ ...nobody, reporter_kind: 'anonymous' } as const)
    : ({ ...nobody, reporter_kind: 'guest', guest_name: filing.name } as const)
}

/** Open311 names of our fields. */
const namesOutside: Readonly<Record<string, string>> = {
  category: 'service_code',
  text: 'description',
  lon: 'long',
  commune: 'address_id',
  landmark: 'address_string',
}

function readReportInput(
  context: Pick<Context<unknown>, 'language'>,
  given: { filing: Filing; photos: readonly string[]; reference: Reference; category: CategoryRow },
): FileReport {
  const { filing, category } = given
  const parsed = fileReportInput.safeParse({
    category: filing.category,
    text: describe(filing.description, nameOfCategory(category, context.language).name),
    ...(filing.lat === undefined ? {} : { lat: filing.lat, lon: filing.lon }),
    ...communeOf(filing, given.reference),
    ...(filing.address === undefined ? {} : { landmark: filing.address }),
    photos: [...given.photos],
  })
  if (parsed.success) return parsed.data
  const name = String(parsed.error.issues[0]?.path[0] ?? 'description')
  throw wrong(namesOutside[name] ?? name)
}

/** The commune by its id, or by its name in the address; a point needs neither. */
function communeOf(filing: Filing, reference: Reference): { commune?: string } {
  if (filing.communeCode !== undefined) return { commune: filing.communeCode }
  if (filing.lat !== undefined || filing.address === undefined) return {}
  const commune = communeInAddress(filing.address, reference.communes.values())
  if (commune === null) throw refuse('open311-place-unclear')
  return { commune: commune.code }
}
