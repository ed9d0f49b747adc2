import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from './questions.ts'
import { answersSchema, gateOf, questionSchema, tidyAnswers } from './questions.ts'
import { questionForm, questionOfForm } from './question-inputs.ts'
import { answerLines } from './question-views.ts'

const choices = [
  { code: 'a', vi: 'Một', en: 'One' },
  { code: 'b', vi: 'Hai', en: 'Two' },
]
const ask = (more: object): Question => questionSchema.parse({ code: 'q', vi: 'Hỏi?', en: 'Ask?', ...more })
const one = ask({ code: 'one', kind: 'one', choices, public: true })
const several = ask({ code: 'several', kind: 'several', choices })
const text = ask({ code: 'text', kind: 'text' })
const number = ask({ code: 'number', kind: 'number' })
const yesNo = ask({ code: 'yes-no', kind: 'yes-no', required: true })
const date = ask({ code: 'date', kind: 'date' })
const all = [one, several, text, number, yesNo, date]

function check(given: Record<string, string | number | boolean | string[]>) {
  return answersSchema(all).safeParse(tidyAnswers(all, given))
}

describe('answers', () => {
  test('from a form, where everything is a text, come as the values their questions ask for', () => {
    const given = {
      one: 'a',
      several: 'b',
      text: '  sau  chợ ',
      number: '3,5',
      'yes-no': 'no',
      date: '2026-11-23',
    }
    expect(check(given).data).toEqual({
      one: 'a',
      several: ['b'],
      text: 'sau chợ',
      number: 3.5,
      'yes-no': false,
      date: '2026-11-23',
    })
  })

  test.each<[string, Record<string, string | number | boolean | string[]>]>([
    ['one', { 'yes-no': true, one: 'c' }],
    ['several', { 'yes-no': true, several: ['a', 'x'] }],
    ['number', { 'yes-no': true, number: 'many' }],
    ['number', { 'yes-no': true, number: -1 }],
    ['date', { 'yes-no': true, date: '31/11/2026' }],
    ['text', { 'yes-no': true, text: 'x'.repeat(301) }],
    ['yes-no', {}],
    ['yes-no', { 'yes-no': 'maybe' }],
  ])('wrong at %s are refused there', (path, given) => {
    const found = check(given).error?.issues.map((issue) => String(issue.path[0]).replace(/\..*/, ''))
    expect(found).toEqual([path])
  })

  test('to what nobody asked are refused', () => {
    expect(check({ 'yes-no': true, other: 1 }).error?.issues[0]).toMatchObject({ code: 'unrecognized_keys' })
  })

  test('of any kind never throw', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string()))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...all.map(({ code }) => code), 'x'), value), (given) => {
        expect(typeof check(given).success).toBe('boolean')
      }),
    )
  })
})

test.each([
  ['one choice', { kind: 'one', choices: choices.slice(1) }, 'choices'],
  ['choices of a text', { kind: 'text', choices }, 'choices'],
  ['the same code twice', { kind: 'one', choices: [...choices, ...choices] }, 'choices'],
  [
    'a gate on nothing',
    { kind: 'one', choices, gate: { when: ['c'], effect: 'stop', vi: 'x', en: 'x' } },
    'gate',
  ],
])('a question with %s is refused', (_name, more, path) => {
  const parsed = questionSchema.safeParse({ code: 'q', vi: 'Hỏi?', en: 'Ask?', ...more })
  expect(parsed.error?.issues[0]?.path).toEqual([path])
})

test('what stops goes before what points elsewhere', () => {
  const gate = { vi: 'x', en: 'x', goTo: null }
  const points = ask({ code: 'p', kind: 'yes-no', gate: { ...gate, when: ['yes'], effect: 'redirect' } })
  const stops = ask({ code: 's', kind: 'several', choices, gate: { ...gate, when: ['a'], effect: 'stop' } })
  expect(gateOf([points, stops], { p: true, s: ['b', 'a'] })).toMatchObject({ code: 's', effect: 'stop' })
  expect(gateOf([points, stops], { p: true, s: ['b'] })).toMatchObject({ code: 'p', effect: 'redirect' })
  expect(gateOf([points, stops], { p: false })).toBeNull()
})

test('strangers read the public answers only', () => {
  const answers = { one: 'b', 'yes-no': true }
  const lines = (onlyPublic: boolean) => answerLines(all, answers, { language: 'en', onlyPublic })
  expect(lines(true)).toEqual([{ code: 'one', kind: 'one', question: 'Ask?', values: ['Two'], public: true }])
  expect(lines(false).map(({ code, values }) => [code, ...values])).toEqual([
    ['one', 'Two'],
    ['yes-no', 'yes'],
  ])
})

describe('the form of a question', () => {
  const typed = { category: 'noise', code: 'q', kind: 'one', vi: 'Hỏi?', en: 'Ask?' }

  test('takes choices one a line', () => {
    const form = questionForm.parse({ ...typed, choices: 'a | Một | One\n\nb|Hai|Two', gateWhen: 'a' })
    expect(questionOfForm(form)).toMatchObject({ choices, gate: null })
  })

  test.each([
    ['choices', { choices: 'a | Một' }],
    ['gateWhen', { choices: 'a|x|x\nb|y|y', gateEffect: 'stop', gateVi: 'x', gateEn: 'x' }],
    ['gateVi', { choices: 'a|x|x\nb|y|y', gateEffect: 'stop', gateWhen: 'a', gateEn: 'x' }],
    [
      'gateTo',
      {
        choices: 'a|x|x\nb|y|y',
        gateEffect: 'stop',
        gateWhen: 'a',
        gateVi: 'x',
        gateEn: 'x',
        gateTo: '//evil',
      },
    ],
  ])('says at %s what is wrong', (path, more) => {
    const issues = questionForm.safeParse({ ...typed, ...more }).error?.issues ?? []
    expect(issues.map((issue) => issue.path[0])).toContain(path)
    expect(issues.every((issue) => issue.message.startsWith('field_'))).toBe(true)
  })
})
