import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const stopTimeoutMilliseconds = 15_000

/**
 * Stops a PostgreSQL that a killed program left running on this data, and removes the pid file of one that is gone.
 * A pid that now belongs to another program is left alone.
 */
export async function stopOrphan(dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isPostgresOn(pid, dataFolder)) {
    rmSync(file, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  const until = performance.now() + stopTimeoutMilliseconds
  while (isPostgresOn(pid, dataFolder)) {
    if (performance.now() > until) process.kill(pid, 'SIGQUIT')
    await wait(100)
  }
}

/** Whether the process is alive and was started on this data. */
function isPostgresOn(pid: number, dataFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    const line = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return line.includes('postgres') && line.includes(dataFolder)
  } catch {
    return false
  }
}
