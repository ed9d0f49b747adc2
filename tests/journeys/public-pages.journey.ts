import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectTargetsLargeEnough,
  expectWellBuilt,
  weighFirstView,
} from './support/checks.ts'
import { expect, pathIn, test } from './support/journey.ts'

/** Pages that anybody can open without having done anything before. */
const pages = ['/', '/sos', '/services', '/about', '/privacy', '/accessibility', '/poster', '/offline']
const looks = [
  ['vi', false],
  ['vi', true],
  ['en', false],
] as const

test.describe.configure({ mode: 'parallel' })

for (const path of pages) {
  for (const [language, dark] of looks) {
    const look = dark ? 'dark' : 'light'
    test(`${pathIn(language, path)} is reachable by everyone on a phone, ${look}`, async ({ newVisitor }) => {
      const { page, visit } = await newVisitor({ language, dark })
      await visit(path)
      await expectWellBuilt(page, language)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await expectTargetsLargeEnough(page)
    })
  }

  test(`${path} says the same without script and on a wide screen`, async ({ plainVisitor, deskVisitor }) => {
    for (const { page, visit } of [plainVisitor, deskVisitor]) {
      await visit(path)
      await expect(page.locator('h1')).toBeVisible()
      await expectNoSidewaysScroll(page).catch((error: unknown) => {
        if (page !== plainVisitor.page) throw error
      })
    }
    expect(await plainVisitor.page.locator('h1').textContent()).toBe(
      await deskVisitor.page.locator('h1').textContent(),
    )
  })
}

test('no door of the home page leads nowhere', async ({ visitor }) => {
  await visitor.visit('/')
  const doors = await visitor.page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const inside = [...new Set(doors)].filter((door) => door.startsWith('/') && !door.startsWith('//'))
  for (const door of inside) {
    const answer = await visitor.page.request.get(door)
    expect(answer.status(), door).toBeLessThan(400)
  }
})

test('the language switch leads to the same page in the other language', async ({ visitor }) => {
  await visitor.visit('/about')
  await visitor.page.locator('a[hreflang="en"]').first().click()
  await expect(visitor.page).toHaveURL(/\/en\/about$/)
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a page that is not there says so in words and shows the way home', async ({ visitor }) => {
  const answer = await visitor.page.goto('/khong-co-trang-nay')
  expect(answer?.status()).toBe(404)
  await expect(visitor.page.locator('h1')).toBeVisible()
  await expect(visitor.page.locator('main a[href="/"]').first()).toBeVisible()
  await expectAccessible(visitor.page)
})

for (const [path, mostKilobytes] of [
  ['/', 70],
  ['/sos', 40],
] as const) {
  test(`${path} takes at most ${mostKilobytes} KB of script and style`, async ({ visitor }) => {
    const kilobytes = await weighFirstView(visitor.page, () => visitor.visit(path))
    expect(kilobytes).toBeGreaterThan(0)
    expect(kilobytes).toBeLessThanOrEqual(mostKilobytes)
  })
}
