import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Acknowledged } from './clients.ts'
import { postReport, reportBody, sendUntilAcknowledged, someCommune } from './clients.ts'
import type { Place, Program } from './program.ts'
import { askDatabase, clear, makePlace, startProgram } from './program.ts'

const clients = 20
const reportsEach = 10
const all = clients * reportsEach
const minutes = 60_000

/** What is broken while reports come in: done each time so many more are acknowledged. */
type Fault = (place: Place, program: Program) => Promise<Program>

const killProgram: Fault = async (place, program) => {
  await program.kill()
  // Its database goes on as an orphan, which the next start has to deal with.
  return startProgram(place)
}

const killConnection: Fault = async (_place, program) => {
  const [connection] = program.databaseProcesses().connections
  expect(connection).toBeGreaterThan(1)
  process.kill(connection ?? 0, 'SIGKILL')
  return program
}

const killDatabase: Fault = (_place, program) => {
  const { postmaster } = program.databaseProcesses()
  expect(postmaster).toBeGreaterThan(1)
  process.kill(postmaster, 'SIGKILL')
  // The program goes on, and brings its database back by itself.
  return Promise.resolve(program)
}

const killEverything: Fault = async (place, program) => {
  const { postmaster } = program.databaseProcesses()
  expect(postmaster).toBeGreaterThan(1)
  await program.kill()
  process.kill(postmaster, 'SIGKILL')
  return startProgram(place)
}

test.for([
  ['the program is killed', killProgram],
  ['a connection of the database is killed', killConnection],
  ['its database is killed under the program', killDatabase],
  ['the program and its database are killed', killEverything],
] as const)(
  'when %s while 20 people send 200 reports, every acknowledged one is there once',
  { timeout: 6 * minutes },
  async ([, fault]) => {
    const place = await makePlace()
    let program = await startProgram(place)
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') process.stderr.write(program.said())
      await clear(place, program)
    })
    const commune = await someCommune(place.url)
    const acknowledged: Acknowledged[] = []
    const statuses = new Set<number>()
    const sending = Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let at = 0; at < reportsEach; at += 1) {
          const report = { key: randomUUID(), text: `Lỗi thử ${client}-${at}: ổ gà lớn giữa đường`, commune }
          acknowledged.push(await sendUntilAcknowledged(place.url, report, statuses))
        }
      }),
    )
    // Awaited below; a failure in between must not end the test run.
    sending.catch(() => undefined)
    for (const count of [20, 90]) {
      await until(() => acknowledged.length >= count)
      program = await fault(place, program)
    }
    await sending

    expect(acknowledged).toHaveLength(all)
    expect(new Set(acknowledged.map((report) => report.code)).size).toBe(all)
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])
    const stored = await askDatabase<{ code: string; text: string }>(
      program,
      `select code, text from reports where text like 'Lỗi thử %' order by code`,
    )
    const byCode = acknowledged.map(({ code, text }) => ({ code, text }))
    expect(stored).toEqual(byCode.sort((a, b) => (a.code < b.code ? -1 : 1)))
    await sameAnswerAgain(place, acknowledged.slice(0, 20), commune)
    expect(await clear(place, program)).toBe(0)
  },
)

async function until(reached: () => boolean): Promise<void> {
  const late = performance.now() + 2 * minutes
  while (!reached()) {
    if (performance.now() > late) throw new Error('too few reports were acknowledged in time')
    await wait(5)
  }
}

async function sameAnswerAgain(place: Place, some: readonly Acknowledged[], commune: string): Promise<void> {
  for (const report of some) {
    const again = await postReport(place.url, report.key, reportBody(report.text, commune))
    expect(again.status).toBe(201)
    expect(await again.json()).toMatchObject({ code: report.code })
  }
}
