import sharp from 'sharp'
import readQrCode from 'jsqr'
import { expect, test } from './support/journey.ts'
import type { Page } from '@playwright/test'

interface Manifest {
  readonly name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly { src: string; sizes: string; type: string; purpose: string }[]
}

/** One visit, until the device has kept what must open without a network. */
async function visitOnce(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const kept = ['/sos', '/en/sos', '/offline', '/en/offline']
    while (!(await Promise.all(kept.map((one) => caches.match(one)))).every(Boolean)) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
}

test('after one visit the emergency page opens without a network, in both languages', async ({
  newVisitor,
}) => {
  const { page } = await newVisitor({ serviceWorkers: true })
  await visitOnce(page, '/')
  await page.context().setOffline(true)
  for (const path of ['/sos', '/en/sos']) {
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    for (const number of ['112', '113', '114', '115']) {
      await expect(page.locator(`main a[href="tel:${number}"]`).first()).toBeVisible()
    }
    const red = await page
      .locator('main a[href="tel:112"]')
      .first()
      .evaluate((link) => getComputedStyle(link).backgroundColor)
    expect(red, 'the styles are kept too').not.toBe('rgba(0, 0, 0, 0)')
  }
})

test('without a network a page seen before opens, and any other says so and keeps the numbers at hand', async ({
  newVisitor,
}) => {
  const { page } = await newVisitor({ serviceWorkers: true })
  await visitOnce(page, '/')
  await page.goto('/about')
  await page.context().setOffline(true)
  await page.goto('/about')
  await expect(page.locator('h1')).toHaveText('Giới thiệu')
  await page.goto('/privacy')
  await expect(page.locator('h1')).toHaveText('Đang mất mạng')
  await expect(page.locator('a[href="tel:112"]').first()).toBeVisible()
  await page.goto('/en/privacy')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the platform can be installed, and its icons are what the manifest says', async ({ newVisitor }) => {
  const { page } = await newVisitor({ serviceWorkers: true })
  await visitOnce(page, '/')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await page.request.get(new URL(href ?? '', page.url()).href)
  const manifest = (await answer.json()) as Manifest
  expect(manifest).toMatchObject({ display: 'standalone', name: expect.stringContaining('C-ThaiNguyen') })
  for (const icon of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const picture = await page.request.get(icon.src)
    const { width, height, format } = await sharp(await picture.body()).metadata()
    expect(`${width}x${height} ${format}`, icon.src).toBe(`${icon.sizes} png`)
  }
  const browser = await page.context().newCDPSession(page)
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  const faults = installabilityErrors.map(({ errorId }) => errorId)
  // Every window of a test is a private one, from which nothing is installed.
  expect(faults.filter((fault) => fault !== 'in-incognito')).toEqual([])
})

test('the hint to install asks the browser, and stays away once it was sent away', async ({ visitor }) => {
  const { page, visit } = visitor
  const offer = () =>
    page.evaluate(() => {
      const event = new Event('beforeinstallprompt', { cancelable: true })
      Object.assign(event, { prompt: async () => document.body.setAttribute('data-asked', 'yes') })
      dispatchEvent(event)
    })
  const hint = page.locator('aside', { hasText: 'C-ThaiNguyen' })
  await visit('/')
  await expect(hint).toHaveCount(0)
  // The page listens once its script is there.
  await expect(async () => {
    await offer()
    await expect(hint).toBeVisible({ timeout: 500 })
  }).toPass()
  await hint.getByRole('button').last().click()
  await expect(page.locator('body')).toHaveAttribute('data-asked', 'yes')
  await expect(hint).toHaveCount(0)
  await offer()
  await hint.getByRole('button').first().click()
  await visit('/')
  await offer()
  await expect(hint).toHaveCount(0)
})

for (const script of [true, false]) {
  test(`the poster's code leads to this address, on the screen and in print, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const { page, visit } = await newVisitor({ script, width: 1280 })
    await visit('/poster')
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const picture = await page.locator('main svg[role=img]').screenshot()
      const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      const code = readQrCode(new Uint8ClampedArray(data), info.width, info.height)
      expect(new URL(code?.data ?? '').host).toBe(await page.locator('.address').innerText())
    }
    await expect(page.locator('.no-print').filter({ visible: true })).toHaveCount(0)
    const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
  })
}
