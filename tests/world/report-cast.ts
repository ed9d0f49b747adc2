import { expect } from 'vitest'
import type { z } from 'zod'
import type { AllTables } from '#main/tables.ts'
import { stranger } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { acceptReport } from '#reports/accept-report.ts'
import { answerReport } from '#reports/answer-report.ts'
import { fileReport } from '#reports/file-report.ts'
import type { fileReportInput } from '#reports/rules/inputs.ts'
import { fileReportInput as schema } from '#reports/rules/inputs.ts'
import type { ReportView } from '#reports/rules/views.ts'
import { startReport } from '#reports/start-report.ts'
import { findReport } from '#reports/find-report.ts'
import type { TestWorld } from './world.ts'
import { officer } from './world.ts'

type World = Context<AllTables>

/** A report that somebody filed, with the contexts of those who have to do with it. */
export interface Case {
  readonly code: string
  readonly receiptKey: string
  readonly agency: string
  /** Its reporter, by receipt. */
  readonly me: World
  /** An officer of its first agency who may do everything there. */
  readonly desk: World
  /** The province's intake. */
  readonly ioc: World
  /** Somebody else. */
  readonly other: World
}

export const everything = ['intake-reports', 'handle-reports', 'approve-reports', 'see-report-contacts']
/** A point in the ward of Phan Đình Phùng. */
export const benOanh = { lat: 21.592, lon: 105.844 }
export const words = 'Ổ gà sâu ở ngã ba Bến Oánh. Trẻ con đi học qua đây rất đông.'

/** Somebody files a report, anonymously unless told otherwise. */
export async function fileOne(
  w: TestWorld,
  more: Partial<z.input<typeof fileReportInput>> = {},
  by?: World,
): Promise<Case> {
  const input = schema.parse({
    category: 'pavement-encroachment',
    text: words,
    ...benOanh,
    anonymous: by === undefined,
    ...more,
  })
  const filed = await fileReport(by ?? w.context(stranger()), input)
  return {
    code: filed.code,
    receiptKey: filed.receiptKey,
    agency: filed.agency.code,
    me: by ?? w.context(stranger([filed.receiptKey])),
    desk: deskOf(w, filed.agency.code),
    ioc: deskOf(w, 'ioc'),
    other: w.context(stranger()),
  }
}

/** An officer of an agency, with everything unless told otherwise. */
export function deskOf(w: TestWorld, agency: string, permissions: readonly string[] = everything): World {
  return w.context(officer(agency, permissions, w.context().newId()))
}

export async function inWork(
  w: TestWorld,
  more: Partial<z.input<typeof fileReportInput>> = {},
  by?: World,
): Promise<Case> {
  const one = await fileOne(w, more, by)
  await acceptReport(one.desk, { code: one.code })
  await startReport(one.desk, { code: one.code, mine: true })
  return one
}

export async function answeredOne(
  w: TestWorld,
  more: Partial<z.input<typeof fileReportInput>> = {},
  by?: World,
): Promise<Case> {
  const one = await inWork(w, more, by)
  await answerReport(one.desk, {
    code: one.code,
    ending: 'explained',
    text: 'Đã vá xong đoạn này.',
    photos: [],
  })
  return one
}

/** The report as somebody sees it now. */
export function seen(context: World, code: string): Promise<ReportView> {
  return findReport(context, { code })
}

/** The work is refused with this code. */
export async function expectRefused(work: Promise<unknown>, code: string): Promise<void> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  expect(isRefused(error) ? error.code : error).toBe(code)
}
