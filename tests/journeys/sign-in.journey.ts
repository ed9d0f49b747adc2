import type { Page } from '@playwright/test'
import { demoDomain } from '#people/rules/demo.ts'
import { expectAccessible } from './support/checks.ts'
import { expect, test } from './support/journey.ts'
import { oneTimeCode } from './support/one-time-code.ts'
import { askForCode, signInCitizen, signInOfficer } from './support/signing-in.ts'

for (const script of [true, false]) {
  test(`a citizen signs in by a code, and out again, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const visitor = await newVisitor({ script })
    const { page, visit } = visitor
    const code = await askForCode(visitor, script ? '0971000001' : '0971000002')
    await page.locator('[name=code]').fill(code === '000000' ? '000001' : '000000')
    await page.locator('form[action^="?/code"] button').click()
    await expect(page.locator('.summary')).toContainText('Mã chưa đúng hoặc đã hết hạn')
    await expect(page.locator('[name=code]')).toHaveAttribute('aria-invalid', 'true')
    if (script) await expectAccessible(page)
    await page.locator('[name=code]').fill(code)
    await page.locator('form[action^="?/code"] button').click()
    await expect(page).toHaveURL(/\/me\?welcome=1/)
    await page.locator('[name=name]').fill('Ma Văn Mẫu')
    await page.locator('form[action^="?/profile"] button').click()

    await visit('/me')
    await expect(page.locator('[name=name]')).toHaveValue('Ma Văn Mẫu')
    await page.locator('main form[action$="/me/sign-out"] button').click()
    await visit('/me')
    await expect(page).toHaveURL(/\/sign-in\?/)
  })
}

test('the demo shows the code to whoever asks for it', async ({ visitor }) => {
  const code = await askForCode(visitor, '0971000003')
  await visitor.page.getByRole('link', { name: 'Xem mã ở đây' }).click()
  await expect(visitor.page.locator('main li', { hasText: '0971' }).first()).toContainText(code)
})

test('somebody sees where they are signed in and ends the other session', async ({ newVisitor }) => {
  const phone = await newVisitor()
  await signInCitizen(phone, '0971000004', 'Hoàng Thị Mẫu')
  const computer = await newVisitor({ width: 1280 })
  const code = await askForCode(computer, '0971000004')
  await computer.page.locator('[name=code]').fill(code)
  await computer.page.locator('form[action^="?/code"] button').click()
  await expect(computer.page).toHaveURL(/\/$/)

  await computer.visit('/me')
  await expect(computer.page.getByText('Máy này', { exact: true })).toHaveCount(1)
  await computer.page.getByRole('button', { name: 'Đăng xuất máy đó' }).click()
  await expect(computer.page.getByRole('button', { name: 'Đăng xuất máy đó' })).toHaveCount(0)
  await phone.visit('/me')
  await expect(phone.page).toHaveURL(/\/sign-in\?/)
})

test('a passkey is added, and signs in without a message', async ({ visitor }) => {
  const { page, visit } = visitor
  await addAuthenticator(page)
  await signInCitizen(visitor, '0971000005', 'Triệu Văn Mẫu')
  await visit('/me')
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click()
  await expect(page.locator('form[action="?/passkey"]')).toHaveCount(1)
  await page.locator('main form[action$="/me/sign-out"] button').click()
  await visit('/sign-in')
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await visit('/me')
  await expect(page.locator('[name=name]')).toHaveValue('Triệu Văn Mẫu')
  await page.getByRole('button', { name: 'Gỡ' }).click()
  await expect(page.locator('form[action="?/passkey"]')).toHaveCount(0)
})

test('an officer signs in at the desk with a passkey opened by its owner, and not without', async ({
  deskVisitor,
}) => {
  const { page, visit } = deskVisitor
  const setOpened = await addAuthenticator(page)
  await signInOfficer(deskVisitor, 'lanh-dao-phan-dinh-phung')
  await visit('/me')
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click()
  await expect(page.locator('form[action="?/passkey"]')).toHaveCount(1)
  await page.locator('main form[action$="/me/sign-out"] button').click()

  await visit('/desk/reports')
  await expect(page).toHaveURL(/\/desk\/sign-in\?to=/)
  const use = page.getByRole('button', { name: 'Dùng khóa truy cập' })
  await expect(use).toBeVisible()
  await expectAccessible(page)
  await setOpened(false)
  expect(await signInUnopened(page)).toBe(401)
  await use.click()
  await expect(page.getByRole('alert')).toContainText('Chưa dùng được khóa truy cập')
  await setOpened(true)
  await use.click()
  await expect(page).toHaveURL(/\/desk\/reports$/)
  await expect(page.locator('nav').first()).toBeVisible()
})

test('a citizen’s passkey leads nobody to the desk, and the page says why', async ({ visitor }) => {
  const { page, visit } = visitor
  await addAuthenticator(page)
  await signInCitizen(visitor, '0971000006', 'Vi Thị Mẫu')
  await visit('/me')
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click()
  await expect(page.locator('form[action="?/passkey"]')).toHaveCount(1)
  await page.locator('main form[action$="/me/sign-out"] button').click()
  await visit('/desk/sign-in')
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await expect(page.getByText('cần tài khoản cán bộ, đủ hai bước')).toBeVisible()
  await expect(page).toHaveURL(/\/desk\/sign-in/)
})

/** Signs in with a key that only says that it is there; gives the status of the answer. */
async function signInUnopened(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const options = (await (await fetch('/auth/passkey/generate-authenticate-options')).json()) as object
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
      ...(options as PublicKeyCredentialRequestOptionsJSON),
      userVerification: 'discouraged',
    })
    const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    const answer = await fetch('/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: found.toJSON() }),
    })
    return answer.status
  })
}

/** A phone with a fingerprint reader, as far as the browser can tell; gives a way to lay on the wrong finger. */
async function addAuthenticator(page: Page): Promise<(opened: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async (opened) => {
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: opened })
  }
}

test('an officer is invited, sets up the second step, and comes in by it alone', async ({ newVisitor }) => {
  const administrator = await newVisitor({ width: 1280 })
  await signInOfficer(administrator, 'quan-tri')
  await administrator.visit('/desk/settings/officers')
  const email = `can-bo-moi${demoDomain}`
  await administrator.page.locator('details summary').first().click()
  await administrator.page.locator('[name=name]').fill('Cán Bộ Mới')
  await administrator.page.locator('[name=email]').fill(email)
  await administrator.page.locator('[name=agency]').selectOption('ubnd-05443')
  await administrator.page.locator('[name=role]').selectOption('officer')
  await administrator.page.locator('form[action="?/invite"] button').click()
  const link = await administrator.page.locator('.secret').innerText()

  const { page, visit } = await newVisitor({ script: false })
  const password = 'mot cau that dai de nho'
  await page.goto(link)
  await page.locator('[name=password]').fill(password)
  await page.locator('main form button').click()
  await expect(page).toHaveURL(/\/desk\/sign-in$/)

  const begin = async () => {
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill(password)
    await page.locator('main form button[type=submit]').click()
  }
  await begin()
  await expect(page).toHaveURL(/\/desk\/second-step\/set-up/)
  await visit('/desk')
  await expect(page).toHaveURL(/\/desk\/sign-in/)
  await begin()
  await page.locator('[name=password]').fill(password)
  await page.locator('main form button[type=submit]').click()
  const key = await page.locator('code').innerText()
  await page.locator('[name=code]').fill(oneTimeCode(key))
  await page.locator('form[action="?/confirm"] button').click()
  await expect(page).toHaveURL(/\/desk$/)
  await expect(page.locator('nav').first()).toContainText('Cán Bộ Mới')

  await page.locator('form[action$="/me/sign-out"] button').click()
  await visit('/desk')
  await begin()
  await expect(page).toHaveURL(/\/desk\/second-step\?/)
  await page.locator('[name=code]').fill('000000')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.summary')).toContainText('Mã xác thực chưa đúng')
  await page.locator('[name=code]').fill(oneTimeCode(key))
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/desk$/)
})
