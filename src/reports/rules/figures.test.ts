import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmall, noFigures, percentOf, periodOf, periodsOf, publicFigures } from './figures.ts'

test('the last thirty days are asked for unless told; backwards and endless periods are none', () => {
  expect(periodOf({}, '2026-11-27')).toEqual({ from: '2026-10-29', to: '2026-11-27' })
  expect(periodOf({ from: '2026-11-27', to: '2026-11-27' }, '2026-11-27')).not.toBeNull()
  expect(periodOf({ from: '2026-11-28', to: '2026-11-27' }, '2026-11-27')).toBeNull()
  expect(periodOf({ from: '2020-01-01', to: '2026-11-27' }, '2026-11-27')).toBeNull()
})

test('weeks begin on Monday and are cut at the ends', () => {
  expect(periodsOf({ from: '2026-11-25', to: '2026-12-02' }, 'week')).toEqual([
    { key: '2026-11-23', from: '2026-11-25', to: '2026-11-29' },
    { key: '2026-11-30', from: '2026-11-30', to: '2026-12-02' },
  ])
})

test('the parts of a period follow each other without a gap, whatever the unit', () => {
  const day = fc.integer({ min: 0, max: 3000 })
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 399 }),
      fc.constantFrom('day', 'week', 'month'),
      (at, long, unit) => {
        const from = Temporal.PlainDate.from('2025-01-01').add({ days: at })
        const period = { from: from.toString(), to: from.add({ days: long }).toString() }
        const parts = periodsOf(period, unit)
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([period.from, period.to])
        parts.slice(1).forEach((part, index) => {
          const before = Temporal.PlainDate.from(parts[index]?.to ?? '')
          expect(before.add({ days: 1 }).toString()).toBe(part.from)
        })
      },
    ),
  )
})

const counts = (received: number) => ({ ...noFigures, received, answered: received, 'on-time': received })

test('nothing of a group of fewer than five is shown, nor a share of fewer than five', () => {
  expect(publicFigures(counts(4)).received).toBeNull()
  const shown = publicFigures({ ...counts(10), late: 0, rated: 4, satisfied: 4 })
  expect(shown).toEqual({ received: 10, answeredPercent: 100, onTimePercent: 100, satisfiedPercent: null })
  expect(percentOf(0, 0)).toBeNull()
})

test('a small group does not follow from the total and the others', () => {
  const received = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(received, (all) => {
      const shown = hideSmall(all.map((one) => ({ counts: counts(one) })))
      const hidden = shown.filter((one) => one.shown.received === null && one.counts.received > 0)
      const others = shown.filter((one) => one.shown.received !== null)
      expect(hidden.length === 1 && others.length > 0).toBe(false)
      for (const one of others) expect(one.counts.received).toBeGreaterThanOrEqual(5)
    }),
  )
})
