import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isRefused } from '#platform/pure/refused.ts'
import { deskOf, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { findQuestions } from './find-questions.ts'
import { listCategories } from './list-categories.ts'
import { moveQuestion } from './move-question.ts'
import { removeQuestion } from './remove-question.ts'
import { setQuestionInput } from './rules/question-inputs.ts'
import { seedQuestions } from './seed-questions.ts'
import { setQuestion } from './set-question.ts'

const category = 'electricity'
const answered = { category, answers: { 'wire-down': false, houses: 'one' } }

test('answers stay with the version that asked, and the one before still counts', async () => {
  const w = await world()
  const lead = deskOf(w, 'ioc', ['edit-questions'])
  const before = await fileOne(w, answered)
  const changed = await setQuestion(
    lead,
    setQuestionInput.parse({
      category,
      code: 'houses',
      kind: 'number',
      vi: 'Mấy nhà?',
      en: 'How many houses?',
    }),
  )
  expect(changed).toMatchObject({
    version: 2,
    questions: [{ code: 'wire-down' }, { code: 'houses', kind: 'number' }],
  })
  expect((await seen(before.me, before.code)).answers.at(1)).toMatchObject({
    kind: 'one',
    values: ['Chỉ nhà tôi'],
  })
  await expectRefused(fileOne(w, answered), 'input-invalid')
  const old = await fileOne(w, { ...answered, questionsVersion: 1 })
  expect((await seen(old.desk, old.code)).answers).toHaveLength(2)
  const next = await fileOne(w, { category, answers: { 'wire-down': false, houses: 12 } })
  expect((await seen(next.desk, next.code)).answers.at(1)).toMatchObject({ kind: 'number', values: ['12'] })
  await seedQuestions(w.context())
  expect((await findQuestions(lead, { category })).version).toBe(2)
})

test('questions move, go, and never change in a version that was', async () => {
  const w = await world()
  const lead = deskOf(w, 'ioc', ['edit-questions'])
  const moved = await moveQuestion(lead, { category, code: 'houses', to: 'up' })
  expect(moved.questions.map(({ code }) => code)).toEqual(['houses', 'wire-down'])
  expect((await moveQuestion(lead, { category, code: 'houses', to: 'up' })).version).toBe(2)
  const removed = await removeQuestion(lead, { category, code: 'houses' })
  expect(removed).toMatchObject({ version: 3, questions: [{ code: 'wire-down' }] })
  expect(removed.history.map(({ version }) => version)).toEqual([3, 2, 1])
  await expect(sql`update report_questions set questions = '[]'`.execute(w.db)).rejects.toThrow(
    'never changed',
  )
  await expectRefused(moveQuestion(lead, { category, code: 'houses', to: 'up' }), 'question-not-found')
  await expectRefused(removeQuestion(deskOf(w, 'ioc'), { category, code: 'wire-down' }), 'not-permitted')
})

test('a required answer is missed by its name, and wrong ones are named', async () => {
  const w = await world()
  await setQuestion(
    deskOf(w, 'ioc', ['edit-questions']),
    setQuestionInput.parse({
      ...{ category, code: 'wire-down', kind: 'yes-no', required: true },
      ...{ vi: 'Có dây điện rơi xuống đất không?', en: 'Is a wire on the ground?' },
    }),
  )
  const error: unknown = await fileOne(w, { category, answers: { houses: 'castle', more: 'x' } }).catch(
    (e: unknown) => e,
  )
  expect(isRefused(error) && error.code).toBe('input-invalid')
  expect(isRefused(error) ? error.errors.map(({ path }) => path).sort() : []).toEqual([
    'answers.houses',
    'answers.more',
    'answers.wire-down',
  ])
})

test('an answer stops a report with its sentence; one that points to SOS marks danger', async () => {
  const w = await world()
  const stopped: unknown = await fileOne(
    w,
    { category: 'civil-service', answers: { formal: true } },
    w.context(),
  ).catch((e: unknown) => e)
  expect(isRefused(stopped) && stopped.code).toBe('answer-stops')
  expect(isRefused(stopped) && stopped.errors[0]).toMatchObject({
    path: 'answers.formal',
    message: expect.stringContaining('Tiếp công dân'),
  })
  const { code, desk } = await fileOne(w, { category, answers: { 'wire-down': true } })
  expect((await seen(desk, code)).desk?.danger).toBe(true)
})

test('strangers read what a question makes public, and nothing of a report that is no longer shown', async () => {
  const w = await world()
  const { code, other, me, desk } = await fileOne(w, {
    category: 'street-lighting',
    answers: { lamps: 3, pole: 'gọi 0912 345 678', since: '2026-11-20' },
  })
  const codes = async (context: typeof me) => (await seen(context, code)).answers.map((line) => line.code)
  expect(await codes(me)).toEqual(['lamps', 'pole', 'since'])
  expect(await codes(desk)).toEqual(['lamps', 'pole', 'since'])
  expect(await codes(other)).toEqual(['lamps', 'pole'])
  expect(JSON.stringify((await seen(other, code)).answers)).not.toContain('345 678')
})

test('marks that a database cannot keep are taken out of answers', async () => {
  const w = await world()
  const { code, me } = await fileOne(w, {
    category: 'street-lighting',
    answers: { pole: 'C\u0000-17\uD800' },
  })
  expect((await seen(me, code)).answers).toMatchObject([{ values: ['C -17\uFFFD'] }])
})

test('the list of categories says what each asks', async () => {
  const w = await world()
  const { items } = await listCategories(w.context())
  expect(items.filter(({ questions }) => questions !== null)).toHaveLength(9)
  expect(items.find(({ code }) => code === 'ideas')?.questions).toBeNull()
})
