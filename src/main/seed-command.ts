import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { openHouse } from './open-house.ts'
import { seedVolume } from './seed.ts'

/** `npm run seed`, or `npm run seed -- --reports 100000` for volume; the program itself must not be running. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { reports: { type: 'string' } } })
  const reports = values.reports === undefined ? 0 : Number(values.reports)
  if (!Number.isInteger(reports) || reports < 0) throw new Error('--reports wants a whole number')
  const house = await openHouse(readConfig({ ...process.env, ROLE: 'worker' }), { watch: false })
  if (house === null) return
  const from = performance.now()
  const added = reports > 0 ? await seedVolume(house.world, reports) : 0
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  process.stdout.write(`${added} reports added in ${seconds} s\n`)
  await house.close()
}

await run()
