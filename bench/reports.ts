import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openPool } from '#platform/database/database.server.ts'
import { openBenchHouse } from './house.ts'
import type { Measured } from './load.ts'
import { ask, measure } from './load.ts'
import { weigh } from './weights.ts'

const clients = 50
const secondsEach = 10
const poolSize = 20

interface SeedText {
  readonly category: string
  readonly text: string
  readonly landmark?: string
}
interface SeedCommune {
  readonly lat: number
  readonly lon: number
}

/**
 * Reports created, report pages and list pages a second with 50 clients, and creations as a ratio to a plain prepared
 * INSERT of the same row through a pool of the same size, all in one run on one database.
 */
export async function benchReports(): Promise<void> {
  const house = await openBenchHouse()
  try {
    const codes: string[] = []
    const created = await measure({ clients, seconds: secondsEach }, createWith(house.address, codes))
    const plain = await plainInserts(house.databaseUrl)
    const page = await measure({ clients, seconds: secondsEach }, async (client, turn) => {
      const code = codes[(client * 7919 + turn) % codes.length] ?? ''
      return (await ask(`${house.address}/reports/${code}`)).status === 200
    })
    const list = await measure({ clients, seconds: secondsEach }, async () => {
      return (await ask(`${house.address}/reports`)).status === 200
    })
    const api = await measure({ clients, seconds: secondsEach }, async () => {
      return (await ask(`${house.address}/api/v1/reports`)).status === 200
    })
    print({
      'reports created': created,
      'plain INSERTs': plain,
      'report pages': page,
      'list pages': list,
      'list (API)': api,
    })
    process.stdout.write(
      `\nCreations to plain INSERTs: ${(created.perSecond / plain.perSecond).toFixed(2)}\n`,
    )
    await printWeights(house.address)
    const failed = [created, plain, page, list, api].reduce((sum, one) => sum + one.failed, 0)
    if (failed > 0) throw new Error(`${failed} of the measured calls failed: these figures say nothing`)
  } finally {
    await house.close()
  }
}

function createWith(address: string, codes: string[]) {
  const texts = JSON.parse(readFileSync('seed/report-texts.json', 'utf8')) as SeedText[]
  const communes = JSON.parse(readFileSync('seed/communes.json', 'utf8')) as SeedCommune[]
  const anonymous = texts.filter((one) => one.category === 'road-damage' || one.category === 'waste-dumping')
  return async (client: number, turn: number): Promise<boolean> => {
    const at = client * 104_729 + turn
    const story = anonymous[at % anonymous.length]
    const commune = communes[at % communes.length]
    if (!story || !commune) return false
    const body = {
      category: story.category,
      text: story.text,
      lat: commune.lat,
      lon: commune.lon,
      anonymous: true,
    }
    const answer = await ask(`${address}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
    if (answer.status === 201) codes.push((JSON.parse(answer.body.toString('utf8')) as { code: string }).code)
    return answer.status === 201
  }
}

/** The same row, with another id and code, by a prepared statement: what the database alone can do. */
async function plainInserts(databaseUrl: string): Promise<Measured> {
  const pool = openPool(databaseUrl, poolSize)
  const { rows } = await pool.query<Record<string, unknown>>(
    'select * from reports order by filed_at desc limit 1',
  )
  const row = rows[0] ?? {}
  const { rows: columns } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = 'reports' and is_generated = 'NEVER' order by ordinal_position`,
  )
  const names = columns.map((column) => column.column_name)
  const text = `insert into reports (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`
  let made = 0
  const insert = async (): Promise<boolean> => {
    made += 1
    const own: Record<string, unknown> = {
      id: randomUUID(),
      code: `TN-BENCH${made}`,
      receipt_key_hash: randomBytes(32),
    }
    const values = names.map((name) => own[name] ?? asParameter(row[name]))
    await pool.query({ name: 'plain-insert', text, values })
    return true
  }
  // The first is not caught: a table that changed must not be measured as a row that is never written.
  await insert()
  const measured = await measure({ clients, seconds: secondsEach }, insert)
  await pool.query("delete from reports where code like 'TN-BENCH%'")
  await pool.end()
  return measured
}

function asParameter(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}

function print(all: Readonly<Record<string, Measured>>): void {
  const line = (cells: readonly string[]) =>
    process.stdout.write(
      `${(cells[0] ?? '').padEnd(18)}${cells
        .slice(1)
        .map((cell) => cell.padStart(12))
        .join('')}\n`,
    )
  process.stdout.write(`\n${clients} clients, ${secondsEach} s each, Node ${process.version}\n\n`)
  line(['', 'per second', 'p50 ms', 'p95 ms', 'done', 'failed'])
  for (const [name, one] of Object.entries(all)) {
    const numbers = [one.perSecond.toFixed(0), one.p50Milliseconds.toFixed(1), one.p95Milliseconds.toFixed(1)]
    line([name, ...numbers, String(one.done), String(one.failed)])
  }
}

async function printWeights(address: string): Promise<void> {
  process.stdout.write('\nFirst view, KB over the wire (gzip)\n\n')
  for (const path of ['/', '/reports', '/reports/new', '/sos']) {
    const { html, scriptAndStyle, fonts } = await weigh(address, path)
    const kb = (bytes: number) => (bytes / 1024).toFixed(1).padStart(8)
    process.stdout.write(
      `${path.padEnd(16)} page ${kb(html)}   script and style ${kb(scriptAndStyle)}   fonts ${kb(fonts)}\n`,
    )
  }
}
