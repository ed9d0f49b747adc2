import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { createOTP } from '@better-auth/utils/otp'
import { demoDomain, demoPassword, demoSecondStep } from '#people/rules/demo.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { findBrowser } from './find-browser.ts'

/** One picture: a page as one person sees it. */
interface Shot {
  readonly name: string
  readonly path: string
  readonly width: 360 | 1280
  readonly dark?: boolean
  readonly officer?: string
  /** The whole page instead of the first screen. */
  readonly whole?: boolean
}

const port = 4310
const address = `http://localhost:${port}`
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const folder = 'docs/screens'
const startTimeoutMilliseconds = 180_000

const shots: readonly Shot[] = [
  { name: 'home-360-vi', path: '/', width: 360 },
  { name: 'home-1280-vi', path: '/', width: 1280 },
  { name: 'home-360-en-dark', path: '/en', width: 360, dark: true },
  { name: 'reports-1280-vi', path: '/reports', width: 1280 },
  { name: 'report-new-360-vi', path: '/reports/new', width: 360 },
  { name: 'report-360-vi', path: '/reports/ANSWERED', width: 360 },
  { name: 'sos-360-vi', path: '/sos', width: 360 },
  { name: 'communes-360-vi', path: '/communes?q=trung+vuong', width: 360 },
  { name: 'desk-1280-vi', path: '/desk/reports/WORKED', width: 1280, officer: 'truc-1' },
  { name: 'desk-today-1280-en-dark', path: '/en/desk', width: 1280, dark: true, officer: 'truc-1' },
  { name: 'desk-360-vi', path: '/desk/reports', width: 360, officer: 'truc-1' },
]

/** Starts a fresh demo, looks at it in Chromium and keeps the pictures of the documents. */
async function takeScreenshots(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'ctn-screens-'))
  const database = await startPostgres({ folder: data, durable: false })
  const program = spawn(process.execPath, ['src/main/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: String(port),
      DATA_DIR: data,
      LOG_LEVEL: 'error',
    },
  })
  // Listened to from the beginning: a program that has ended already says so no second time.
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const gone = ended.then(() => {
    throw new Error('the program ended before the pictures were taken')
  })
  const pictures = takeAll()
  try {
    await Promise.race([pictures, gone])
  } finally {
    program.kill('SIGTERM')
    await ended
    await database.stop()
    rmSync(dirname(database.dataFolder), { recursive: true, force: true })
    rmSync(data, { recursive: true, force: true })
  }
}

async function takeAll(): Promise<void> {
  await untilReady()
  const browser = await chromium.launch({ executablePath: findBrowser(), args: flags })
  try {
    mkdirSync(folder, { recursive: true })
    for (const shot of shots) await take(browser, shot)
  } finally {
    await browser.close()
  }
}

async function untilReady(): Promise<void> {
  const until = performance.now() + startTimeoutMilliseconds
  while (performance.now() < until) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok) return
    await wait(300)
  }
  throw new Error('the program was not ready in time')
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: 800 },
    colorScheme: shot.dark ? 'dark' : 'light',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  if (shot.officer) await signIn(page, shot.officer)
  await page.goto(address + (await fillIn(shot.path)))
  await page.waitForLoadState('load')
  await wait(1000)
  await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.whole ?? false })
  await context.close()
}

async function signIn(page: Page, officer: string): Promise<void> {
  await page.goto(`${address}/desk/sign-in`)
  await page.fill('input[name=email]', officer + demoDomain)
  await page.fill('input[name=password]', demoPassword)
  await page.press('input[name=password]', 'Enter')
  await page.waitForURL('**/desk/second-step**')
  await page.fill('input[name=code]', await createOTP(demoSecondStep).totp())
  await page.press('input[name=code]', 'Enter')
  await page.waitForURL((url) => !url.pathname.includes('second-step'))
}

interface Listed {
  readonly items: readonly { readonly code: string; readonly status: string; readonly photo: string | null }[]
}

/** Puts the code of a report with a picture where a path asks for one. */
async function fillIn(path: string): Promise<string> {
  if (!/ANSWERED|WORKED/.test(path)) return path
  const wanted = path.includes('ANSWERED') ? ['answered', 'closed'] : ['in_progress', 'assigned', 'returned']
  const answer = await fetch(`${address}/api/v1/reports?limit=200`)
  const { items } = (await answer.json()) as Listed
  const found = items.find((card) => wanted.includes(card.status) && card.photo !== null)
  return path.replace(/ANSWERED|WORKED/, found?.code ?? '')
}

try {
  await takeScreenshots()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
