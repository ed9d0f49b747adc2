import { expect, test } from 'vitest'
import { answeredOne, deskOf, expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { decideBatch } from './decide-batch.ts'
import { findBatch } from './find-batch.ts'
import { listBatches } from './list-batches.ts'
import { makeBatch } from './make-batch.ts'
import { previewBatch } from './preview-batch.ts'
import { makeBatchInput } from './rules/batches.ts'
import { startReport } from './start-report.ts'
import { undoBatch } from './undo-batch.ts'

test('the preview says what will happen to each, and exactly that happens', async () => {
  const w = await world()
  const first = await fileOne(w)
  const { desk } = first
  const second = await fileOne(w, { text: 'Hàng quán bày kín vỉa hè trước cổng chợ.' })
  const working = await inWork(w)
  const codes = [first.code, second.code, working.code]
  const preview = await previewBatch(desk, { verb: 'accept', codes })
  expect(preview).toMatchObject({ willMove: 2, secondPerson: false })
  const foreseen = preview.lines.map(({ code, refusal }) => [code, refusal])
  expect(foreseen).toEqual([
    [first.code, null],
    [second.code, null],
    [working.code, 'move-not-allowed'],
  ])
  const batch = await makeBatch(desk, { verb: 'accept', codes })
  const became = new Map(batch.lines.map(({ code, refusal }) => [code, refusal]))
  expect(codes.map((code) => [code, became.get(code)])).toEqual(foreseen)
  expect((await seen(first.me, first.code)).status).toBe('accepted')
  expect((await seen(working.me, working.code)).status).toBe('in_progress')
  expect((await listBatches(desk, { limit: 5 })).items).toMatchObject([
    { id: batch.id, state: 'done', count: 3 },
  ])
  await expectRefused(findBatch(deskOf(w, 'so-y-te'), { id: batch.id }), 'batch-not-found')
})

test('taken back within ten minutes: what nobody touched returns, by a line of its own', async () => {
  const w = await world()
  const untouched = await fileOne(w)
  const { desk } = untouched
  const touched = await fileOne(w)
  const before = await seen(desk, untouched.code)
  const batch = await makeBatch(desk, { verb: 'accept', codes: [untouched.code, touched.code] })
  w.clock.advance({ minutes: 9 })
  await startReport(desk, { code: touched.code, mine: false })
  await expectRefused(undoBatch(deskOf(w, untouched.agency), { id: batch.id }), 'batch-not-found')
  const undone = await undoBatch(desk, { id: batch.id })
  expect(undone.state).toBe('undone')
  expect(new Map(undone.lines.map(({ code, outcome }) => [code, outcome]))).toEqual(
    new Map([
      [untouched.code, 'undone'],
      [touched.code, 'not-undone'],
    ]),
  )
  const after = await seen(desk, untouched.code)
  expect(after).toMatchObject({ status: 'submitted', dueAt: before.dueAt })
  expect(after.desk?.acceptDueAt).toBe(before.desk?.acceptDueAt)
  expect((await seen(untouched.me, untouched.code)).timeline.map(({ step }) => step)).toEqual([
    'taken-back',
    'accepted',
    'filed',
  ])
  expect((await seen(desk, touched.code)).status).toBe('in_progress')
  await acceptReport(desk, { code: untouched.code })
  await expectRefused(undoBatch(desk, { id: batch.id }), 'undo-too-late')
})

test('an assignment of the province’s intake is taken back to the agency that had it; later it is too late', async () => {
  const w = await world()
  const { code, agency, ioc, desk } = await fileOne(w)
  const batch = await makeBatch(ioc, { verb: 'assign', codes: [code], agency: 'so-xay-dung' })
  expect((await seen(ioc, code)).agency.code).toBe('so-xay-dung')
  await undoBatch(ioc, { id: batch.id })
  expect(await seen(desk, code)).toMatchObject({ status: 'submitted', agency: { code: agency } })
  const again = await makeBatch(ioc, { verb: 'assign', codes: [code], agency: 'so-xay-dung' })
  w.clock.advance({ minutes: 11 })
  await expectRefused(undoBatch(ioc, { id: again.id }), 'undo-too-late')
})

test('to end several a second person decides; one alone may end one', async () => {
  const w = await world()
  const { code, agency, desk, me } = await answeredOne(w)
  const other = await answeredOne(w)
  const codes = [code, other.code]
  const waiting = await makeBatch(desk, { verb: 'close', codes })
  expect(waiting).toMatchObject({ state: 'waiting', mayDecide: false })
  expect(waiting.lines.map(({ outcome }) => outcome)).toEqual(['waits', 'waits'])
  expect((await seen(me, code)).status).toBe('answered')
  await expectRefused(decideBatch(desk, { id: waiting.id, approved: true }), 'second-person-needed')
  await expectRefused(
    decideBatch(deskOf(w, 'so-y-te'), { id: waiting.id, approved: true }),
    'batch-not-found',
  )
  const second = deskOf(w, agency)
  expect((await findBatch(second, { id: waiting.id })).mayDecide).toBe(true)
  const done = await decideBatch(second, { id: waiting.id, approved: true })
  expect(done.lines.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  expect((await seen(me, code)).status).toBe('closed')
  await expectRefused(decideBatch(second, { id: waiting.id, approved: false }), 'batch-decided')
  await undoBatch(second, { id: waiting.id })
  expect(await seen(me, code)).toMatchObject({ status: 'answered', closedAs: null })
  const one = await makeBatch(desk, { verb: 'close', codes: [code] })
  expect(one.state).toBe('done')
  const declined = await makeBatch(desk, { verb: 'close', codes })
  expect((await decideBatch(second, { id: declined.id, approved: false })).state).toBe('declined')
  expect((await seen(other.me, other.code)).status).toBe('answered')
})

test('reports of others are in no batch', async () => {
  const w = await world()
  const { code } = await fileOne(w)
  const stranger = deskOf(w, 'so-y-te')
  const preview = await previewBatch(stranger, { verb: 'accept', codes: [code] })
  expect(preview.lines).toMatchObject([{ title: '', status: null, refusal: 'not-your-report' }])
  await expectRefused(makeBatch(stranger, { verb: 'accept', codes: [code] }), 'not-your-report')
})

test('a code that is none is refused by itself in the preview, and halves of letters become whole text', async () => {
  const w = await world()
  const { desk, code } = await fileOne(w)
  const preview = await previewBatch(desk, { verb: 'accept', codes: ['\0', code] })
  expect(preview.lines.map(({ refusal }) => refusal)).toEqual(['report-not-found', null])
  const input = makeBatchInput.parse({ verb: 'accept', codes: [code], text: 'Đã xem \uD800 xong' })
  expect((await makeBatch(desk, input)).text).toBe('Đã xem \uFFFD xong')
})
