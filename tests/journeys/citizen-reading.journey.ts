import { askDatabase } from './support/ask-database.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectTargetsLargeEnough,
  expectWellBuilt,
  weighFirstView,
} from './support/checks.ts'
import { expect, test } from './support/journey.ts'

const pages = [
  '/reports',
  '/reports?view=map',
  '/reports?q=khongcogi',
  '/reports/new',
  '/me/reports',
  '/inbox',
]

async function codeOf(status: string): Promise<string> {
  const [row] = await askDatabase<{ code: string }>(
    `select code from reports where status = $1 order by filed_at desc limit 1`,
    [status],
  )
  return row?.code ?? ''
}

for (const path of pages) {
  for (const language of ['vi', 'en'] as const) {
    test(`${path} is reachable by everyone in ${language}, on a phone and a desk, light and dark`, async ({
      newVisitor,
    }) => {
      for (const [width, dark] of [
        [360, false],
        [360, true],
        [1280, false],
      ] as const) {
        const { page, visit } = await newVisitor({ language, dark, width })
        await visit(path)
        await expectWellBuilt(page, language)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await expectTargetsLargeEnough(page)
      }
    })
  }
}

for (const status of ['answered', 'in_progress', 'submitted']) {
  test(`a report that is ${status} is readable by everyone`, async ({ newVisitor }) => {
    const code = await codeOf(status)
    for (const [width, dark, language] of [
      [360, true, 'vi'],
      [1280, false, 'en'],
    ] as const) {
      const { page, visit } = await newVisitor({ width, dark, language })
      await visit(`/reports/${code}`)
      await expectWellBuilt(page, language)
      await expect(page.locator('main ol li').first()).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await expectTargetsLargeEnough(page)
    }
  })
}

test('the list is filtered without script, and a filter stays in the address', async ({ plainVisitor }) => {
  const { page, visit } = plainVisitor
  await visit('/reports')
  await page.getByText('Lọc theo nơi').click()
  await page.locator('[name=category]').selectOption('road-damage')
  await page.locator('[name=group]').selectOption('done')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await expect(page).toHaveURL(/category=road-damage/)
  const cards = page.locator('a.report')
  expect(await cards.count()).toBeGreaterThan(0)
  for (const text of await cards.allInnerTexts()) expect(text).toContain('Đường hỏng')
})

test('a filtered list is a feed that readers of feeds find, in the reader’s language', async ({
  plainVisitor,
}) => {
  const { page, visit } = plainVisitor
  await visit('/reports?category=road-damage&group=done')
  const href = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.headers()['content-type']).toContain('application/atom+xml')
  const xml = await answer.text()
  expect(xml).toContain('xml:lang="vi"')
  const terms = [...xml.matchAll(/<category term="([a-z-]+)"/g)].map(([, term]) => term)
  expect(terms.length).toBeGreaterThan(0)
  expect(new Set(terms)).toEqual(new Set(['road-damage']))
  const again = await page.request.get(href ?? '', {
    headers: { 'if-none-match': answer.headers()['etag'] ?? '' },
  })
  expect(again.status()).toBe(304)
  const english = await page.request.get(`/en${href ?? ''}`)
  expect(await english.text()).toContain('xml:lang="en"')
})

test('pages follow each other and never repeat a report', async ({ plainVisitor }) => {
  const { page, visit } = plainVisitor
  await visit('/reports')
  const first = await page
    .locator('a.report')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  await page.locator('a[rel=next]').click()
  const second = await page
    .locator('a.report')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(second.length).toBeGreaterThan(0)
  expect(second.filter((href) => first.includes(href))).toEqual([])
})

test('a code typed into the search leads to its report, however it is written', async ({ visitor }) => {
  const code = await codeOf('answered')
  await visitor.visit('/reports')
  await visitor.page.locator('[name=q]').fill(code.toLowerCase().replace('tn-', 'tn '))
  await visitor.page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await expect(visitor.page).toHaveURL(new RegExp(`/reports/${code}$`))
})

test('the map that moves takes the place of the drawn one, or leaves it standing', async ({
  deskVisitor,
}) => {
  const { page, visit } = deskVisitor
  await visit('/reports')
  const drawn = page.getByRole('img', { name: /^Bản đồ các phản ánh/ })
  await expect(page.locator('.map canvas.maplibregl-canvas').or(drawn).first()).toBeVisible()
})

test('a device that cannot draw a map that moves keeps the drawn one, and the form says what to do instead', async ({
  newVisitor,
}) => {
  const { page, visit } = await newVisitor({ width: 1280 })
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await visit('/reports')
  const drawn = page.getByRole('img', { name: /^Bản đồ/ })
  await expect(drawn).toBeVisible()
  await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(page.locator('canvas')).toHaveCount(0)
  await visit('/reports/new')
  await page.getByRole('button', { name: 'Trên bản đồ' }).click()
  await expect(page.locator('.pin .trouble')).toBeVisible()
  await expect(page.locator('[name=commune]')).toBeVisible()
})

test('a code that is not right says so and shows where to go', async ({ visitor }) => {
  const answer = await visitor.page.goto('/reports/TN-XXXXXXXX')
  expect(answer?.status()).toBe(404)
  await expect(visitor.page.locator('main')).toContainText('Mã này không đúng')
  await expectAccessible(visitor.page)
})

test('a shared report says what it is, in both languages', async ({ plainVisitor }) => {
  const { page, visit } = plainVisitor
  await visit(`/reports/${await codeOf('answered')}`)
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /\S/)
  await expect(page.locator('link[rel=alternate][hreflang=en]')).toHaveAttribute('href', /\/en\/reports\/TN-/)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/reports\/TN-/)
})

for (const path of ['/reports', '/reports/new', '/reports/…']) {
  test(`${path} takes at most 70 KB of script and style at first view on a phone`, async ({ visitor }) => {
    const address = path.replace('…', await codeOf('answered'))
    expect(await weighFirstView(visitor.page, () => visitor.visit(address))).toBeLessThanOrEqual(70)
  })
}
