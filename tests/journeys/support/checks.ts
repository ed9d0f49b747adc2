import AxeBuilder from '@axe-core/playwright'
import type { Page, Request } from '@playwright/test'
import { expect } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const smallestTargetPixels = 24

/** Nothing that axe finds stands in anybody's way on this page; at the desk text also has a contrast of 7 to 1. */
export async function expectAccessible(page: Page, contrast: 'usual' | 'high' = 'usual'): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: standards,
      rules: { 'color-contrast-enhanced': { enabled: contrast === 'high' } },
    })
    .analyze()
  const lines = violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
  expect(lines, `axe on ${page.url()}`).toEqual([])
}

/** The page is not wider than the screen. Names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sticksOut = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > width + 1,
    )
    return [
      `${document.documentElement.scrollWidth} > ${width}`,
      ...wide.slice(-5).map((one) => one.outerHTML.slice(0, 120)),
    ]
  })
  expect(sticksOut, `width of ${page.url()}`).toEqual([])
}

/** Everything one presses is large enough for a thumb; links inside a sentence are left out. */
export async function expectTargetsLargeEnough(page: Page): Promise<void> {
  const small = await page.evaluate((least) => {
    const pressed = [
      ...document.querySelectorAll('button, select, input:not([type=hidden]), nav a, [role=button]'),
    ]
    return pressed
      .filter((one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
      .filter((one) => !one.closest('label, .visually-hidden'))
      .filter((one) => {
        const box = one.getBoundingClientRect()
        return box.width > 1 && box.height > 1 && (box.width < least || box.height < least)
      })
      .map((one) => one.outerHTML.slice(0, 120))
  }, smallestTargetPixels)
  expect(small, `targets of ${page.url()}`).toEqual([])
}

/** Has a title, one heading of the first level, a language, and a way past the navigation. */
export async function expectWellBuilt(page: Page, language: 'vi' | 'en'): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('main')).toHaveCount(1)
}

/** How much script and style the first view of a page takes over the wire with gzip, in kilobytes. */
export async function weighFirstView(page: Page, open: () => Promise<void>): Promise<number> {
  const parts: Promise<number>[] = []
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
  page.on('requestfinished', (request) => {
    if (!['script', 'stylesheet'].includes(request.resourceType())) return
    parts.push(weighGzip(request))
  })
  await open()
  await page.waitForLoadState('networkidle')
  const bytes = await Promise.all(parts)
  return bytes.reduce((sum, part) => sum + part, 0) / 1024
}

async function weighGzip(request: Request): Promise<number> {
  const response = await request.response()
  expect(await response?.headerValue('content-encoding'), request.url()).toBe('gzip')
  return (await request.sizes()).responseBodySize
}
