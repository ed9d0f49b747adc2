import { beforeEach, describe, expect, it } from 'vitest'
import type { TestWorld } from '../../tests/world/world.ts'
import { officer, passerBy, world } from '../../tests/world/world.ts'
import type { Actor } from '#platform/actor.ts'
import { changeAgencyCalendar } from './change-agency-calendar.ts'
import { copyCalendar } from './copy-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import { listCalendars } from './list-calendars.ts'
import { loadCalendar } from './load-calendar.ts'
import { removeCalendarDay } from './remove-calendar-day.ts'
import { removeSeason } from './remove-season.ts'
import { setCalendarDayInput, setSeasonInput } from './rules/calendar-inputs.ts'
import { addWorkingMinutes } from './rules/working-time.ts'
import { setCalendarDay } from './set-calendar-day.ts'
import { setSeason } from './set-season.ts'

const code = 'hanh-chinh'
let w: TestWorld
let clerk: Actor
beforeEach(async () => {
  w = await world()
  clerk = officer('van-phong-ubnd', ['edit-calendars'], w.context().newId())
})

const load = (agency = 'so-xay-dung') => loadCalendar(w.context(passerBy), { agency })
const set = (input: object) => setCalendarDay(w.context(clerk), setCalendarDayInput.parse({ code, ...input }))
const season = (input: object) => setSeason(w.context(clerk), setSeasonInput.parse({ code, ...input }))

describe('the days of a calendar', () => {
  it('Culture Day does not count until somebody confirms it', async () => {
    const { days } = await findCalendar(w.context(passerBy), { code })
    expect(days).toContainEqual({ day: '2026-11-24', kind: 'off', hours: [], confirmed: false })
    expect((await load()).daysOff.has('2026-11-24')).toBe(false)
    await set({ day: '2026-11-24', kind: 'off', confirmed: true })
    const calendar = await load()
    expect(calendar.daysOff.has('2026-11-24')).toBe(true)
    const due = addWorkingMinutes(calendar, Temporal.Instant.from('2026-11-23T16:30:00+07:00'), 60)
    expect(due.toString()).toBe('2026-11-25T01:00:00Z')
  })

  it('several in a row, and back to ordinary ones', async () => {
    const after = await set({ day: '2028-01-24', until: '2028-01-28', kind: 'off' })
    expect(after.days.filter(({ day }) => day.startsWith('2028')).map(({ day }) => day)).toEqual([
      '2028-01-24',
      '2028-01-25',
      '2028-01-26',
      '2028-01-27',
      '2028-01-28',
    ])
    const less = await removeCalendarDay(w.context(clerk), { code, day: '2028-01-24' })
    expect(less.days.some(({ day }) => day === '2028-01-24')).toBe(false)
    const again = removeCalendarDay(w.context(clerk), { code, day: '2028-01-24' })
    await expect(again).rejects.toMatchObject({ code: 'calendar-day-not-found' })
  })

  it('a Saturday with hours of its own is worked in them', async () => {
    await set({ day: '2026-11-28', kind: 'own-hours', hours: ['08:00-10:00'] })
    const due = addWorkingMinutes(await load(), Temporal.Instant.from('2026-11-27T16:30:00+07:00'), 60)
    expect(due.toString()).toBe('2026-11-28T01:30:00Z')
  })

  it('keeps what was done, when and by whom', async () => {
    await set({ day: '2026-12-31', kind: 'worked' })
    const { changes, updatedAt } = await findCalendar(w.context(passerBy), { code })
    expect(changes[0]).toMatchObject({ at: '2026-11-23T09:00:00+07:00', what: 'day-set', kind: 'worked' })
    expect(updatedAt).toBe('2026-11-23T09:00:00+07:00')
    const rows = await w.db.selectFrom('calendar_changes').select('by_person').execute()
    expect(rows).toEqual([{ by_person: clerk.personId }])
  })

  it('takes a permission, and a calendar that is there', async () => {
    const input = setCalendarDayInput.parse({ code, day: '2026-12-31', kind: 'off' })
    await expect(setCalendarDay(w.context(passerBy), input)).rejects.toMatchObject({ code: 'sign-in-first' })
    const nobodys = setCalendarDay(w.context(clerk), { ...input, code: 'none' })
    await expect(nobodys).rejects.toMatchObject({ code: 'calendar-not-found' })
  })
})

describe('office hours', () => {
  it('last until the next ones begin, around the year', async () => {
    const { seasons } = await season({ from: '06-01', hours: ['06:30-11:30', '14:00-17:00'] })
    expect(seasons.map(({ from, to }) => [from, to])).toEqual([
      ['04-15', '05-31'],
      ['06-01', '10-14'],
      ['10-15', '04-14'],
    ])
    const back = await removeSeason(w.context(clerk), { code, from: '06-01' })
    expect(back.seasons.map(({ from, to }) => [from, to])).toEqual([
      ['04-15', '10-14'],
      ['10-15', '04-14'],
    ])
  })

  it('one may be all year, and the last one stays', async () => {
    const left = await removeSeason(w.context(clerk), { code, from: '04-15' })
    expect(left.seasons).toMatchObject([{ from: '10-15', to: '10-14' }])
    const last = removeSeason(w.context(clerk), { code, from: '10-15' })
    await expect(last).rejects.toMatchObject({ code: 'last-season' })
    const due = addWorkingMinutes(await load(), Temporal.Instant.from('2026-07-01T05:00:00+07:00'), 30)
    expect(due.toString()).toBe('2026-07-01T01:00:00Z')
  })
})

describe('an agency that works otherwise', () => {
  it('gets a calendar of its own', async () => {
    await copyCalendar(w.context(clerk), {
      from: code,
      code: 'so-y-te',
      vi: 'Sở Y tế',
      en: 'Department of Health',
    })
    await set({ code: 'so-y-te', day: '2026-11-24', kind: 'worked' })
    await changeAgencyCalendar(w.context(clerk), { code: 'so-y-te', calendar: 'so-y-te' })
    expect((await load('so-y-te')).workedDays.has('2026-11-24')).toBe(true)
    expect((await load()).workedDays.has('2026-11-24')).toBe(false)
    const { items } = await listCalendars(w.context(passerBy), { limit: 200 })
    expect(items.find((calendar) => calendar.code === 'so-y-te')).toMatchObject({
      agencies: 1,
      name: 'Sở Y tế',
    })
    const twice = copyCalendar(w.context(clerk), { from: code, code: 'so-y-te', vi: 'x', en: 'x' })
    await expect(twice).rejects.toMatchObject({ code: 'calendar-exists' })
  })
})
