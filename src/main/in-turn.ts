import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../node_modules/.cache/c-thainguyen')
const lookAgainMilliseconds = 200
const longestTurnMilliseconds = 300_000

/**
 * Waits until no other process of this checkout does what has this name, such as building the pages when several
 * processes are started at once. Gives the function that lets the next one in; whoever was killed is not waited for.
 */
export function takeTurn(name: string): () => void {
  const file = join(folder, `${name}.pid`)
  mkdirSync(folder, { recursive: true })
  while (!isTaken(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookAgainMilliseconds)
  return () => rmSync(file, { force: true })
}

function isTaken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (isLeft(file)) rmSync(file, { force: true })
  return false
}

/** Whoever made it is gone, or its number belongs to another program by now. */
function isLeft(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const old = Date.now() - statSync(file).mtimeMs > longestTurnMilliseconds
    return old || (pid > 0 && !isAlive(pid))
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
