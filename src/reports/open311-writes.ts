import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { takeFile } from '#platform/files/take-file.ts'
import { readForm } from '#platform/http/read-form.server.ts'
import { longestKey, once } from '#platform/once.server.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import { isRefused } from '#platform/pure/refused.ts'
import type { FiledRequest } from './file-open311-request.ts'
import { fileOpen311Request } from './file-open311-request.ts'
import type { Asked } from './open311-door.ts'
import { knowPartner } from './open311-keys.ts'
import type { ReportsWorld } from './report-reference.ts'
import { mostPhotos } from './rules/inputs.ts'
import type { Document } from './rules/open311/document.ts'
import type { Filing } from './rules/open311/filing.ts'
import { readFiling } from './rules/open311/filing.ts'
import type { Params } from './rules/open311/query.ts'
import { addParam, isTrue, missing, one, paramsOf, wrong } from './rules/open311/query.ts'
import { readUpdateStatus } from './rules/open311/status-words.ts'
import { filedDocument, updateTakenDocument } from './rules/open311/views.ts'
import { refuse } from './rules/refusals.ts'
import { takeOpen311Update } from './take-open311-update.ts'

const formAround = 64 * 1024

/** A partner files a request: with its key, once for the key of the request where it gives one. */
export async function fileThroughOpen311(asked: Asked): Promise<Document> {
  return withForm(asked, async (form, params) => {
    const partner = await knownPartner(asked, params)
    const filing = readFiling(params)
    const key = requestKey(asked.request, params)
    const photos = asked.test ? [] : await takePhotos(asked.context, form, key && `${partner.id} ${key}`)
    const input = { filing, photos, keyId: partner.id }
    const filed = asked.test
      ? await tryOut(asked.context, input)
      : await fileOnce(asked.context, { input, key, params })
    return filedDocument({
      code: filed.code,
      notice: filed.danger ? asked.words.danger(asked.context.language) : null,
      accountId: filing.accountId,
      ...(isTrue(one(params, 'extensions')) ? { token: filed.token } : {}),
    })
  })
}

/** A partner says something of a report it filed. */
export async function updateThroughOpen311(asked: Asked): Promise<Document> {
  return withForm(asked, async (_form, params) => {
    const partner = await knownPartner(asked, params)
    const code = one(params, 'service_request_id')
    if (code === undefined) throw missing('service_request_id')
    const written = one(params, 'status')
    if (written === undefined) throw missing('status')
    const status = readUpdateStatus(written)
    if (status === null) throw wrong('status')
    const text = one(params, 'description') ?? ''
    if (text.length > 4000) throw wrong('description')
    const outsideId = one(params, 'update_id')?.slice(0, 200) ?? null
    const update = { keyId: partner.id, code, outsideId, status, text }
    if (asked.test) return updateTakenDocument(asked.context.newId())
    return updateTakenDocument((await takeOpen311Update(asked.context, update)).id)
  })
}

async function withForm(
  asked: Asked,
  work: (form: FormData, params: Params) => Promise<Document>,
): Promise<Document> {
  const limitBytes = asked.context.outside.settings.uploadLimits.image * mostPhotos + formAround
  return readForm(asked.request, limitBytes, async (form) => {
    const params = paramsOf(
      [...asked.query].flatMap(([name, values]) => values.map((value) => [name, value])),
    )
    addFields(params, form)
    const own = new URL(asked.context.outside.settings.publicUrl).hostname
    const place = one(params, 'jurisdiction_id')
    if (place !== undefined && place !== own) throw refuse('open311-jurisdiction-unknown')
    return work(form, params)
  })
}

const mostFields = 200

/** Adds what a form says to what the address says. Refuses input-invalid for more than anybody asks. */
function addFields(params: Map<string, string[]>, form: FormData): void {
  let fields = 0
  for (const [name, value] of form) {
    fields += 1
    if (fields > mostFields)
      throw refusePlatform('input-invalid', { errors: [{ path: '', message: 'too many fields' }] })
    if (typeof value === 'string') addParam(params, name, value)
  }
}

/** Wrong keys are counted by address, good ones by partner. */
async function knownPartner(asked: Asked, params: Params): Promise<{ id: string; name: string }> {
  const { context, doorway, request } = asked
  try {
    const partner = await knowPartner(context, one(params, 'api_key'))
    await context.outside.limits.count('partner-write', partner.id)
    return partner
  } catch (error) {
    if (isRefused(error) && error.code === 'open311-key-wrong')
      await doorway.limitWrite(context as Context<unknown>, request)
    throw error
  }
}

/** The key of a request that may arrive twice: a header, or a field for clients that cannot set one. */
function requestKey(request: Request, params: Params): string | undefined {
  const key = request.headers.get('idempotency-key') ?? one(params, 'idempotency_key')
  if (key !== undefined && key.length > longestKey) throw wrong('idempotency_key')
  return key || undefined
}

async function takePhotos(
  context: Context<ReportsWorld>,
  form: FormData,
  key: string | undefined,
): Promise<string[]> {
  allow(context, 'anyone')
  const files = [...form.getAll('media'), ...form.getAll('media[]')].filter(
    (value) => typeof value !== 'string',
  )
  const ids: string[] = []
  for (const [at, file] of files
    .filter((file) => file.size > 0)
    .slice(0, mostPhotos)
    .entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const once = key === undefined ? {} : { key: `open311 ${key} ${at}` }
    ids.push((await takeFile(context, { bytes, purpose: 'photo', ...once })).id)
  }
  return ids
}

type Input = { readonly filing: Filing; readonly photos: readonly string[]; readonly keyId: string }

async function fileOnce(
  context: Context<ReportsWorld>,
  { input, key, params }: { input: Input; key: string | undefined; params: Params },
): Promise<FiledRequest> {
  allow(context, 'anyone')
  if (key === undefined) return fileOpen311Request(context, input)
  const { accountId, deviceId } = input.filing
  const scope = ['open311', input.keyId, accountId ?? '', deviceId ?? ''].join(' ')
  const request = ['open311', [...params].filter(([name]) => name !== 'api_key')]
  const done = await once(context, { scope, key, request }, async (context) => ({
    status: 200,
    answer: await fileOpen311Request(context, input),
  }))
  return done.answer as FiledRequest
}

/** Files it and takes everything back: whoever tests sees what would be said, and nobody gets work. */
async function tryOut(context: Context<ReportsWorld>, input: Input): Promise<FiledRequest> {
  allow(context, 'anyone')
  let filed: FiledRequest | null = null
  const undo = new Error('nothing of a test stays')
  try {
    await inTransaction(context, async (context) => {
      filed = await fileOpen311Request(context, input)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  if (filed === null) throw undo
  return filed
}
