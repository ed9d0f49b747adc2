import { describe, expect, it } from 'vitest'
import { areInOrder, closeSeasons, daysBetween, readStretch, writeStretch } from './calendar.ts'
import { removeSeasonInput, setCalendarDayInput } from './calendar-inputs.ts'

describe('what an officer may write', () => {
  it.each([
    ['a day that is none', { day: '2026-02-30', kind: 'off' }],
    ['an end before the beginning', { day: '2026-02-10', until: '2026-02-09', kind: 'off' }],
    ['more than 31 days', { day: '2026-02-01', until: '2026-03-31', kind: 'off' }],
    ['own hours without hours', { day: '2026-02-10', kind: 'own-hours' }],
    ['hours that end before they begin', { day: '2026-02-10', kind: 'own-hours', hours: ['11:00-07:00'] }],
    ['hours that overlap', { day: '2026-02-10', kind: 'own-hours', hours: ['07:00-11:00', '10:00-12:00'] }],
    ['hours that are none', { day: '2026-02-10', kind: 'own-hours', hours: ['7h-11h'] }],
  ])('does not take %s', (_what, input) => {
    expect(setCalendarDayInput.safeParse({ code: 'hanh-chinh', ...input }).success).toBe(false)
  })

  it('a day alone is taken, and counts', () => {
    expect(setCalendarDayInput.parse({ code: 'hanh-chinh', day: '2026-11-24', kind: 'off' }).confirmed).toBe(
      true,
    )
  })

  it.each(['02-30', '13-01', '4-15', '00-10'])('office hours do not begin on %s', (from) => {
    expect(removeSeasonInput.safeParse({ code: 'hanh-chinh', from }).success).toBe(false)
  })
})

describe('days in a row', () => {
  it.each([
    ['2026-02-28', '2026-03-01', ['2026-02-28', '2026-03-01']],
    ['2026-12-31', '2026-12-31', ['2026-12-31']],
    ['2026-12-31', '2026-12-30', []],
    ['2026-01-01', '2026-02-01', []],
  ])('from %s to %s', (first, last, days) => {
    expect(daysBetween(first, last)).toEqual(days)
  })
})

describe('seasons', () => {
  const start = (from: string) => ({ from, hours: [], confirmed: true })

  it.each([
    [
      ['10-15', '04-15'],
      ['04-15 10-14', '10-15 04-14'],
    ],
    [['01-01'], ['01-01 12-31']],
    [
      ['03-01', '09-01'],
      ['03-01 08-31', '09-01 02-29'],
    ],
  ])('beginning on %s leave no day out', (starts, expected) => {
    expect(closeSeasons(starts.map(start)).map(({ from, to }) => `${from} ${to}`)).toEqual(expected)
  })
})

describe('hours', () => {
  it('are written as they are read', () => {
    expect(writeStretch(readStretch('07:30-11:30'))).toBe('07:30-11:30')
  })

  it.each([
    [['07:30-11:30', '13:00-17:00'], true],
    [['00:00-24:00'], true],
    [['13:00-17:00', '07:30-11:30'], false],
    [['07:30-07:30'], false],
  ])('%s in order: %s', (hours, inOrder) => {
    expect(areInOrder(hours.map(readStretch))).toBe(inOrder)
  })
})
