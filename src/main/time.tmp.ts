import { readConfig } from './config.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { migrate } from '#platform/database/migrations.server.ts'
import { openPool } from '#platform/database/database.server.ts'
import { openWorld, jobContext } from './world.server.ts'
import { makeLog } from '#platform/log.ts'
import { seedReference } from './seed-reference.ts'
import { seedDemo } from './seed/seed-demo.ts'
import { seedVolume } from './seed.ts'
const t0 = performance.now()
const lap = (n: string) =>
  console.log(n, Math.round(performance.now() - t0), JSON.stringify(process.cpuUsage()))
const config = readConfig({ ...process.env, ROLE: 'worker' })
const d = await startPostgres({ folder: config.dataFolder })
lap('pg')
const { readFileSync, readdirSync } = await import('node:fs')
const stat = (pid: string) => { try { const t = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []; return { ppid: Number(t[1]), own: (Number(t[11]) + Number(t[12])) / 100, kids: (Number(t[13]) + Number(t[14])) / 100 } } catch { return null } }
const pgCpu = (n: string) => { let sum = 0; const m = stat(String(d.pid)); sum += (m?.own ?? 0) + (m?.kids ?? 0); for (const e of readdirSync('/proc')) { if (/^\d+$/.test(e)) { const s = stat(e); if (s?.ppid === d.pid) sum += s.own } } console.log('  pg cpu s', n, sum.toFixed(1)) }
const p = openPool(d.url, 2)
await migrate(p, '/work/main/migrations')
await p.end()
lap('migrate')
const world = openWorld({ config, databaseUrl: d.url, log: makeLog(config) })
await world.queue.start()
lap('world')
await seedReference(jobContext(world))
lap('reference'); pgCpu('reference')
await seedDemo(world)
lap('demo'); pgCpu('demo')
if (process.argv[2]) {
  console.log(await seedVolume(world, Number(process.argv[2])))
  lap('volume'); pgCpu('volume')
}
console.log(
  (
    await world.pool.query(
      'select status, count(*) n, count(*) filter (where due_at < now()) late from reports group by 1 order by 2 desc',
    )
  ).rows,
)
console.log(
  (
    await world.pool.query(
      'select (select count(*) from files) files, (select count(*) from report_timeline) lines, (select count(*) from people) people',
    )
  ).rows,
)
await world.close()
await d.stop()
