import { CannotStart } from '#platform/cannot-start.ts'
import { readConfig } from './config.ts'
import { openHouse } from './open-house.ts'
import { seedVolume } from './seed.ts'

/** `npm run seed`, or `npm run seed -- --reports 100000` for volume; the program itself must not be running. */
async function run(): Promise<void> {
  const reports = readReports(process.argv.slice(2))
  const house = await openHouse(readConfig({ ...process.env, ROLE: 'worker' }), { watch: false })
  if (house === null) return
  const from = performance.now()
  const added = reports > 0 ? await seedVolume(house.world, reports) : 0
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  process.stdout.write(`${added} reports added in ${seconds} s\n`)
  await house.close()
}

function readReports(words: readonly string[]): number {
  const [name, count, ...more] = words
  if (name === undefined) return 0
  if (name !== '--reports' || more.length > 0 || !/^\d{1,8}$/.test(count ?? '')) {
    throw new CannotStart('Say how many: npm run seed -- --reports 100000')
  }
  return Number(count)
}

try {
  await run()
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
