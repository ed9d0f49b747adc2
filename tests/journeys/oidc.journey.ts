import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, expectTargetsLargeEnough } from './support/checks.ts'
import { expect, test } from './support/journey.ts'
import { signInCitizen } from './support/signing-in.ts'
import type { SiteWithProvider } from './support/site-with-provider.ts'
import { startSiteWithProvider } from './support/site-with-provider.ts'

const button = 'Đăng nhập bằng Định danh Thái Nguyên'
const complete = (phone: string) => ({
  name: 'Nông Thị Mẫu',
  phone_number: phone,
  phone_number_verified: true,
  address: { locality: 'Phường Phan Đình Phùng' },
})

let site: SiteWithProvider
test.beforeAll(async () => {
  site = await startSiteWithProvider()
  const { people } = site.provider
  people.set('script', complete('+84972000001'))
  people.set('plain', complete('+84972000002'))
  people.set('joins', complete('+84972000003'))
  people.set('thief', { ...complete('+84972000004'), phone_number_verified: false })
  people.set('nameless', {})
})
test.afterAll(async () => site.close())

/** At the provider: signs in and agrees. */
async function agree(page: Page, account: string): Promise<void> {
  await expect(page.locator('h1')).toHaveText('Nhà cung cấp định danh')
  await page.locator('[name=account]').fill(account)
  await page.getByRole('button', { name: 'Đồng ý' }).click()
}

for (const script of [true, false]) {
  test(`a citizen signs in with the provider and is back where they were, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const { page, visit } = await newVisitor({ script, site: site.url })
    await visit('/communes')
    await page.locator('header').getByRole('link', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('link', { name: button })).toBeVisible()
    if (script) await expectAccessible(page)
    if (script) await expectNoSidewaysScroll(page)
    if (script) await expectTargetsLargeEnough(page)
    await page.getByRole('link', { name: button }).click()
    await agree(page, script ? 'script' : 'plain')
    await expect(page).toHaveURL(`${site.url}/communes`)

    await visit('/me')
    await expect(page.locator('[name=name]')).toHaveValue('Nông Thị Mẫu')
    await expect(page.locator('[name=commune] option:checked')).toHaveText('Phường Phan Đình Phùng')
    await expect(page.locator('main')).toContainText(script ? '0972 000 001' : '0972 000 002')
  })
}

test('somebody whose name the provider does not tell is asked for it, in English', async ({ newVisitor }) => {
  const { page, visit } = await newVisitor({ language: 'en', site: site.url })
  await visit('/reports?status=answered')
  await page.locator('header').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Sign in with Thai Nguyen ID' }).click()
  await agree(page, 'nameless')
  await expect(page).toHaveURL(/\/en\/me\?welcome=1/)
  await page.locator('[name=name]').fill('Mau Nong')
  await page.locator('form[action^="?/profile"] button').click()
  await expect(page).toHaveURL(`${site.url}/en/reports?status=answered`)
})

test('a verified number leads to the account that is there; one that is not verified does not', async ({
  newVisitor,
}) => {
  const owner = await newVisitor({ site: site.url })
  await signInCitizen(owner, '0972000003', 'Chủ Tài Khoản')
  const same = await newVisitor({ site: site.url })
  await same.visit('/sign-in?next=/me')
  await same.page.getByRole('link', { name: button }).click()
  await agree(same.page, 'joins')
  await expect(same.page).toHaveURL(`${site.url}/me`)
  await expect(same.page.locator('[name=name]')).toHaveValue('Chủ Tài Khoản')

  const victim = await newVisitor({ site: site.url })
  await signInCitizen(victim, '0972000004', 'Người Bị Nhắm')
  const thief = await newVisitor({ site: site.url })
  await thief.visit('/sign-in?next=/me')
  await thief.page.getByRole('link', { name: button }).click()
  await agree(thief.page, 'thief')
  await expect(thief.page.locator('[name=name]')).toHaveValue('Nông Thị Mẫu')
  await expect(thief.page.locator('main')).not.toContainText('0972 000 004')
})

test('who refuses at the provider is back at the sign-in page with one sentence, in their language', async ({
  newVisitor,
}) => {
  for (const language of ['vi', 'en'] as const) {
    const { page, visit } = await newVisitor({ site: site.url, language })
    await visit('/sign-in?next=/communes')
    await page.locator('main a[href*="/sign-in/provider"]').click()
    await page.getByRole('button', { name: 'Từ chối' }).click()
    const sentence = language === 'vi' ? 'Bạn đã không đồng ý' : 'You did not agree'
    await expect(page.getByRole('alert')).toContainText(sentence)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expectAccessible(page)
    await page.locator('main a[href*="/sign-in/provider"]').click()
    await agree(page, 'script')
    await expect(page).toHaveURL(language === 'vi' ? /\/communes$/ : /\/en\/communes$/)
  }
})

test('a wrong ID token, a strange way back and a provider that is down sign nobody in', async ({
  newVisitor,
}) => {
  const { page, visit } = await newVisitor({ site: site.url })
  site.provider.fault = 'audience'
  await visit('/sign-in')
  await page.getByRole('link', { name: button }).click()
  await agree(page, 'script')
  await expect(page.getByRole('alert')).toContainText('chưa thành công')
  site.provider.fault = 'expired'
  await page.getByRole('link', { name: button }).click()
  await page.waitForURL(/provider=failed|interaction/)
  if (/interaction/.test(page.url())) await agree(page, 'script')
  await expect(page.getByRole('alert')).toContainText('chưa thành công')
  site.provider.fault = null

  await page.goto(`${site.url}/auth/callback/oidc?code=stolen&state=made-up`)
  await expect(page.getByRole('alert')).toContainText('quá lâu hoặc bắt đầu ở trình duyệt khác')

  await site.provider.goDown()
  await page.getByRole('link', { name: button }).click()
  await expect(page.getByRole('alert')).toContainText('Hệ thống định danh chưa trả lời')
  await expect(page.locator('[name=phone]')).toBeVisible()
  await site.provider.comeUp()
  await visit('/me')
  await expect(page).toHaveURL(/\/sign-in\?/)
})

test('without a provider there is no button', async ({ visitor }) => {
  await visitor.visit('/sign-in')
  await expect(visitor.page.locator('[name=phone]')).toBeVisible()
  await expect(visitor.page.getByText('Đăng nhập bằng')).toHaveCount(0)
  await visitor.page.goto('/sign-in/provider')
  await expect(visitor.page.locator('h1')).toBeVisible()
  await expect(visitor.page).not.toHaveURL(/interaction/)
})
