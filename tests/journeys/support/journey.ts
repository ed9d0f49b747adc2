import { test as base } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'

export { expect } from '@playwright/test'

export type Language = 'vi' | 'en'

/** Somebody in front of a browser. */
export interface Visitor {
  readonly page: Page
  readonly language: Language
  /** Opens a page by its Vietnamese path, in the visitor's language. */
  visit(path: string): Promise<void>
}

interface Journeys {
  /** Reads Vietnamese, on a phone. */
  readonly visitor: Visitor
  /** Reads English, on a phone. */
  readonly englishVisitor: Visitor
  /** On a phone whose browser runs no script. */
  readonly plainVisitor: Visitor
  /** In front of a desk screen. */
  readonly deskVisitor: Visitor
  /** Another browser, for a journey of two. */
  readonly newVisitor: (how?: HowToVisit) => Promise<Visitor>
}

/** How a browser differs from a phone that reads Vietnamese and runs scripts. */
export interface HowToVisit {
  readonly language?: Language
  readonly script?: boolean
  readonly width?: number
  readonly dark?: boolean
  readonly serviceWorkers?: boolean
  /** Another program than the one that all journeys share. */
  readonly site?: string
}

/** Where the program answers. */
export function siteUrl(): string {
  return process.env['JOURNEY_URL'] ?? 'http://localhost:3000'
}

/** `/reports` for a reader of Vietnamese, `/en/reports` for one of English. */
export function pathIn(language: Language, path: string): string {
  if (language === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** Messages of a browser that are no fault of the page: answers that a journey provokes are checked by the journey. */
const expectedNoise =
  /Failed to load resource|Failed to fetch|net::ERR_|ERR_INTERNET_DISCONNECTED|GroupMarkerNotSet|WebGL|swiftshader/i

export const test = base.extend<Journeys>({
  newVisitor: async ({ browser }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = []
    await use(async (how = {}) => {
      const { visitor, context, faults } = await openVisitor(browser, how)
      opened.push({ context, faults })
      return visitor
    })
    for (const { context } of opened) await context.close()
    const faults = opened.flatMap((one) => one.faults)
    if (faults.length > 0) throw new Error(`The browser complained:\n${faults.join('\n')}`)
  },
  visitor: async ({ newVisitor }, use) => use(await newVisitor()),
  englishVisitor: async ({ newVisitor }, use) => use(await newVisitor({ language: 'en' })),
  plainVisitor: async ({ newVisitor }, use) => use(await newVisitor({ script: false })),
  deskVisitor: async ({ newVisitor }, use) => use(await newVisitor({ width: 1280 })),
})

async function openVisitor(browser: Browser, how: HowToVisit) {
  const {
    language = 'vi',
    script = true,
    width = 360,
    dark = false,
    serviceWorkers = false,
    site = siteUrl(),
  } = how
  const context = await browser.newContext({
    baseURL: site,
    javaScriptEnabled: script,
    viewport: { width, height: 800 },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: dark ? 'dark' : 'light',
    serviceWorkers: serviceWorkers ? 'allow' : 'block',
  })
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !expectedNoise.test(text))
      faults.push(`${message.page()?.url()}: ${text}`)
  })
  const page = await context.newPage()
  const visit = async (path: string) => {
    await page.goto(pathIn(language, path), { waitUntil: script ? 'load' : 'domcontentloaded' })
  }
  return { visitor: { page, language, visit }, context, faults }
}
