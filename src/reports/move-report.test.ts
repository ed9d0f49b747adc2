import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '#platform/pure/refused.ts'
import type { Case } from '../../tests/world/report-cast.ts'
import { deskOf, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { answerReport } from './answer-report.ts'
import { askForMore } from './ask-for-more.ts'
import { assignReport } from './assign-report.ts'
import { closeReport } from './close-report.ts'
import { decideExtension } from './decide-extension.ts'
import { giveMore } from './give-more.ts'
import { publishReport } from './publish-report.ts'
import { rateReport } from './rate-report.ts'
import { rejectReport } from './reject-report.ts'
import { reopenReport } from './reopen-report.ts'
import { requestExtension } from './request-extension.ts'
import { returnReport } from './return-report.ts'
import type { Status, Verb } from './rules/status.ts'
import { transitions } from './rules/status.ts'
import { startReport } from './start-report.ts'
import { withdrawReport } from './withdraw-report.ts'

const text = 'Một câu đủ dài cho người dân.'
type Do = (one: Case) => Promise<unknown>
const steps: Partial<Record<Verb, Do>> = {
  accept: ({ ioc, code }) => acceptReport(ioc, { code }),
  assign: ({ ioc, code, agency }) => assignReport(ioc, { code, agency }),
  reject: ({ ioc, code }) => rejectReport(ioc, { code, reason: 'test', text }),
  'ask-for-more': ({ ioc, code }) => askForMore(ioc, { code, text }),
  'give-more': ({ me, code }) => giveMore(me, { code, text, photos: [] }),
  return: ({ desk, code }) => returnReport(desk, { code, text }),
  start: ({ desk, code }) => startReport(desk, { code, mine: true }),
  'request-extension': ({ desk, code }) => requestExtension(desk, { code, workingDays: 2, text }),
  'decide-extension': ({ ioc, code }) => decideExtension(ioc, { code, approved: true }),
  answer: ({ desk, code }) => answerReport(desk, { code, ending: 'explained', text, photos: [] }),
  publish: ({ ioc, code }) => publishReport(ioc, { code, text }),
  rate: ({ me, code }) => rateReport(me, { code, stars: 3 }),
  reopen: ({ me, code }) => reopenReport(me, { code, text, photos: [] }),
  withdraw: ({ me, code }) => withdrawReport(me, { code }),
  close: ({ desk, code }) => closeReport(desk, { code }),
}
const known = Object.keys(steps) as Verb[]

test(
  'a walk by chance never leaves the table, and the timeline only grows',
  { timeout: 60_000 },
  async () => {
    const w = await world()
    const walk = fc.array(fc.constantFrom(...known), { minLength: 10, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(walk, async (verbs) => {
        const one = await fileOne(w)
        let before = await seen(one.me, one.code)
        for (const verb of verbs) {
          w.clock.advance({ minutes: 7 })
          const moved = await steps[verb]?.(one).catch((error: unknown) => {
            if (isRefused(error)) return null
            throw error
          })
          const after = await seen(one.me, one.code)
          const kept = after.timeline.slice(after.timeline.length - before.timeline.length)
          expect(kept).toEqual(before.timeline)
          if (moved) expectListed(verb, before.status, after.status)
          else expect(after.timeline).toEqual(before.timeline)
          before = after
        }
      }),
      { numRuns: 12 },
    )
  },
)

function expectListed(verb: Verb, from: Status, to: Status): void {
  const listed = transitions.some(
    (row) =>
      row.verb === verb &&
      row.from.includes(from) &&
      (row.to === to || row.to === 'as-before' || from === to),
  )
  expect([verb, from, to, listed]).toEqual([verb, from, to, true])
}

test('the database itself keeps the timeline from being changed', async () => {
  const w = await world()
  const { code } = await fileOne(w)
  await expect(w.db.updateTable('report_timeline').set({ text: 'khác' }).execute()).rejects.toThrow(
    'only added to',
  )
  await expect(w.db.deleteFrom('report_timeline').execute()).rejects.toThrow('only added to')
  await expect(w.pool.query('truncate report_timeline')).rejects.toThrow('only added to')
  expect((await seen(deskOf(w, 'ioc'), code)).timeline).toHaveLength(1)
})
