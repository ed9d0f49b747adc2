import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** How journeys and screenshots start the browser: without a screen, as any user, and without calling home. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

/** Thrown when there is no browser and none can be installed; its message is the one line to print. */
export class NoBrowser extends Error {}

/**
 * The path of a Chromium: the one CHROMIUM_PATH names, one that is installed, Playwright's own, or one that is
 * installed now. Throws NoBrowser when none of it works.
 */
export function findBrowser(): string {
  const found = givenBrowser() ?? installedBrowser() ?? playwrightBrowser()
  if (found) return found
  process.stderr.write('No Chromium found; installing one.\n')
  if (isRootOnDebian() && installFromDebian()) return installedBrowser() ?? fail()
  spawnSync(process.execPath, [playwrightProgram(), 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  return playwrightBrowser() ?? fail()
}

function fail(): never {
  throw new NoBrowser('No browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.')
}

function givenBrowser(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (!given) return null
  if (!isProgram(given))
    throw new NoBrowser(`No browser: CHROMIUM_PATH names ${given}, which is not a program.`)
  return given
}

function installedBrowser(): string | null {
  const folders = [...usualFolders, ...(process.env['PATH'] ?? '').split(delimiter)]
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...macPaths].find(isProgram) ?? null
}

function playwrightBrowser(): string | null {
  const ask = "import { chromium } from 'playwright-core'; process.stdout.write(chromium.executablePath())"
  const path = execFileSync(process.execPath, ['--input-type=module', '--eval', ask], { encoding: 'utf8' })
  return isProgram(path) ? path : null
}

function playwrightProgram(): string {
  return createRequire(import.meta.url).resolve('@playwright/test/cli')
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isRootOnDebian(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release)
}

function installFromDebian(): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]
  return steps.every((words) => {
    const run = spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env: environment })
    return run.status === 0
  })
}

if (import.meta.main) {
  try {
    process.stdout.write(`${findBrowser()}\n`)
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
