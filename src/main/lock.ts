import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#platform/cannot-start.ts'

/**
 * Makes sure that one program at a time works on a data folder. A lock left by a killed program is taken over.
 * Throws a sentence when another one runs. Gives the function that lets go.
 */
export function holdLock(folder: string): () => void {
  const file = join(folder, 'program.pid')
  const holder = readHolder(file)
  if (holder !== null && holder !== process.pid && isOurProgram(holder)) {
    throw new CannotStart(
      `C-ThaiNguyen already runs on ${folder} (process ${holder}). Stop it first, or set DATA_DIR.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function readHolder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** The pid may have gone to another program since. */
function isOurProgram(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/main/')
  } catch {
    return true
  }
}
