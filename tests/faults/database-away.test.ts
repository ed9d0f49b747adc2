import { randomUUID } from 'node:crypto'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPool } from '#platform/database/database.server.ts'
import { databaseUrl, templateName } from '../world/database.ts'
import { postReport, reportBody, sendUntilAcknowledged, someCommune } from './clients.ts'
import type { Place, Program } from './program.ts'
import { clear, makePlace, startProgram } from './program.ts'

const databaseName = `faults_${process.pid}`
const startMilliseconds = 120_000

let wire: Wire
let place: Place
let program: Program
let commune: string

/** The wire between the program and its database, which can be cut. */
interface Wire {
  readonly port: number
  cut(): Promise<void>
  mend(): Promise<void>
}

beforeAll(async () => {
  const server = inject('databaseServer')
  await asAdmin(`create database ${databaseName} template ${templateName} strategy file_copy`)
  wire = await layWire(new URL(server))
  const url = new URL(databaseUrl(server, databaseName))
  url.host = `127.0.0.1:${wire.port}`
  place = await makePlace({ DATABASE_URL: url.href })
  program = await startProgram(place)
  commune = await someCommune(place.url)
}, startMilliseconds)

afterAll(async () => {
  await clear(place, program)
  await wire.cut()
  await asAdmin(`drop database if exists ${databaseName} with (force)`)
})

test('while the database is away writes are answered 503 with a time to wait, then everything is as before', async () => {
  const body = reportBody('Ổ gà lớn giữa đường khi mất kết nối', commune)
  const key = randomUUID()
  await wire.cut()
  const away = await postReport(place.url, key, body)
  expect(away.status).toBe(503)
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(away.headers.get('content-type')).toContain('application/problem+json')
  expect(await away.json()).toMatchObject({ code: 'not-ready', status: 503 })
  expect((await fetch(`${place.url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${place.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([503, expect.objectContaining({ database: false })])

  await wait(2000)
  await wire.mend()
  const report = { key, text: 'Ổ gà lớn giữa đường khi mất kết nối', commune }
  const { code } = await sendUntilAcknowledged(place.url, report, new Set())
  expect(await (await postReport(place.url, key, body)).json()).toMatchObject({ code })
  expect((await fetch(`${place.url}/readyz`)).status).toBe(200)
})

test('the same key with another report is refused', async () => {
  const key = randomUUID()
  expect((await postReport(place.url, key, reportBody('Đèn đường hỏng trước trường', commune))).status).toBe(
    201,
  )
  const other = await postReport(place.url, key, reportBody('Rác đổ bên bờ sông Cầu', commune))
  expect(other.status).toBe(409)
  expect(await other.json()).toMatchObject({ code: 'key-used-for-another-request' })
})

test('ten at once with the same key are one report', async () => {
  const key = randomUUID()
  const body = reportBody('Mười lần gửi cùng một lúc', commune)
  const answers = await Promise.all(Array.from({ length: 10 }, () => postReport(place.url, key, body)))
  expect(answers.map((answer) => answer.status)).toEqual(Array<number>(10).fill(201))
  const codes = await Promise.all(
    answers.map(async (answer) => ((await answer.json()) as { code: string }).code),
  )
  expect(new Set(codes).size).toBe(1)
})

async function asAdmin(statement: string): Promise<void> {
  const admin = openPool(inject('databaseServer'), 1)
  await admin.query(statement)
  await admin.end()
}

async function layWire(to: URL): Promise<Wire> {
  const open = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    cut: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
    mend: () => listen(port),
  }
}
