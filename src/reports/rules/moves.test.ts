import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '#platform/pure/refused.ts'
import type { ReportFacts } from './moves.ts'
import { decideMove, openVerbs } from './moves.ts'
import type { Part, Status, Verb } from './status.ts'
import { statuses, transitions, verbs } from './status.ts'

const answered = 1_000_000
const week = 7 * 24 * 3_600_000
const plain: ReportFacts = {
  status: 'submitted',
  statusBefore: null,
  returns: 0,
  questions: 0,
  reopenings: 0,
  extended: false,
  extensionAsked: false,
  answerProposed: false,
  rated: false,
  answeredAtMs: null,
}
const parts: Part[] = ['citizen', 'intake', 'province', 'agency', 'head', 'system']
const by = (...names: Part[]) => ({ parts: new Set(names), nowMs: answered })

function outcome(report: Partial<ReportFacts>, verb: Verb, mover = by(...parts)): string {
  try {
    return decideMove({ ...plain, ...report }, verb, mover).to
  } catch (error) {
    if (isRefused(error)) return error.code
    throw error
  }
}

describe('moves', () => {
  test.each<[Partial<ReportFacts>, Verb, string]>([
    [{ status: 'submitted' }, 'accept', 'accepted'],
    [{ status: 'submitted' }, 'assign', 'assigned'],
    [{ status: 'submitted' }, 'answer', 'move-not-allowed'],
    [{ status: 'closed' }, 'assign', 'move-not-allowed'],
    [{ status: 'rejected' }, 'reopen', 'move-not-allowed'],
    [{ status: 'assigned', returns: 1 }, 'return', 'returned'],
    [{ status: 'assigned', returns: 2 }, 'return', 'returns-used-up'],
    [{ status: 'need_info', statusBefore: 'in_progress' }, 'give-more', 'in_progress'],
    [{ status: 'need_info', statusBefore: 'submitted' }, 'give-more', 'submitted'],
    [{ status: 'in_progress', questions: 3 }, 'ask-for-more', 'questions-used-up'],
    [{ status: 'in_progress', extended: true }, 'request-extension', 'already-extended'],
    [{ status: 'in_progress', extensionAsked: true }, 'request-extension', 'extension-already-asked'],
    [{ status: 'in_progress' }, 'decide-extension', 'no-extension-asked'],
    [{ status: 'in_progress' }, 'approve-answer', 'no-answer-to-approve'],
    [{ status: 'answered', answeredAtMs: answered }, 'rate', 'answered'],
    [{ status: 'answered', answeredAtMs: answered, rated: true }, 'rate', 'already-rated'],
    [{ status: 'answered', answeredAtMs: answered - week }, 'reopen', 'reopened'],
    [{ status: 'answered', answeredAtMs: answered - week - 1 }, 'reopen', 'reopening-too-late'],
    [{ status: 'closed', answeredAtMs: answered }, 'reopen', 'reopened'],
    [{ status: 'closed', answeredAtMs: null }, 'reopen', 'move-not-allowed'],
    [{ status: 'answered', answeredAtMs: answered, reopenings: 1 }, 'reopen', 'reopening-used-up'],
    [{ status: 'answered', answeredAtMs: answered }, 'close-settled', 'move-not-allowed'],
  ])('%j %s → %s', (report, verb, expected) => {
    expect(outcome(report, verb)).toBe(expected)
  })

  test.each<[Status, Verb, Part, string]>([
    ['submitted', 'accept', 'agency', 'not-your-report'],
    ['submitted', 'accept', 'citizen', 'not-your-report'],
    ['in_progress', 'answer', 'intake', 'not-your-report'],
    ['in_progress', 'ask-for-more', 'agency', 'need_info'],
    ['submitted', 'ask-for-more', 'agency', 'not-your-report'],
    ['answered', 'publish', 'intake', 'not-your-report'],
    ['submitted', 'withdraw', 'citizen', 'withdrawn'],
    ['submitted', 'withdraw', 'intake', 'not-your-report'],
  ])('%s %s by %s → %s', (status, verb, part, expected) => {
    expect(outcome({ status, answeredAtMs: answered }, verb, by(part))).toBe(expected)
  })

  test('after two returns only the province assigns', () => {
    const report = { status: 'returned' as const, returns: 2 }
    expect(outcome(report, 'assign', by('intake'))).toBe('intake-decides')
    expect(outcome(report, 'assign', by('intake', 'province'))).toBe('assigned')
  })

  test('a stranger may do nothing', () => {
    for (const status of statuses) expect(openVerbs({ ...plain, status }, by())).toEqual([])
  })
})

const facts = fc.record({
  status: fc.constantFrom(...statuses),
  statusBefore: fc.constantFrom<Status | null>(null, 'submitted', 'accepted', 'in_progress'),
  returns: fc.nat(3),
  questions: fc.nat(4),
  reopenings: fc.nat(2),
  extended: fc.boolean(),
  extensionAsked: fc.boolean(),
  answerProposed: fc.boolean(),
  rated: fc.boolean(),
  answeredAtMs: fc.option(fc.nat(answered)),
})
const movers = fc.record({
  parts: fc.subarray(parts).map((some) => new Set(some)),
  nowMs: fc.nat(2 * answered + week),
})

describe('the table', () => {
  test('lists every move that is ever made, and the open verbs are those that work', () => {
    fc.assert(
      fc.property(facts, movers, fc.constantFrom(...verbs), (report, mover, verb) => {
        const to = outcome(report, verb, mover)
        const works = (statuses as readonly string[]).includes(to)
        expect(openVerbs(report, mover).includes(verb)).toBe(works)
        if (!works) return
        const row = transitions.find((row) => row.verb === verb && row.from.includes(report.status))
        expect(row?.by.some((part) => mover.parts.has(part))).toBe(true)
        expect([row?.to, report.statusBefore ?? 'submitted', report.status]).toContain(to)
      }),
    )
  })

  test('leaves no status without a way on, but for those that end it', () => {
    for (const status of statuses) {
      const leaves = transitions.some((row) => row.from.includes(status) && row.to !== 'same')
      expect(leaves).toBe(!['rejected', 'merged', 'withdrawn'].includes(status))
    }
  })
})
