import type { Page } from '@playwright/test'
import { makePhoto } from '../samples/make-photo.ts'
import { askDatabase } from './support/ask-database.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/checks.ts'
import type { Language, Visitor } from './support/journey.ts'
import { expect, test } from './support/journey.ts'
import { codeSentTo } from './support/text-messages.ts'

const words = 'Ổ gà sâu ở ngã ba Bến Oánh, mưa không nhìn thấy. Hai xe máy ngã tối qua.'
const commune = 'Phường Phan Đình Phùng'
/** A place of its own for each test: what was reported there before would be shown first. */
const communes = {
  'with vi': commune,
  'without vi': 'Phường Gia Sàng',
  'with en': 'Phường Sông Công',
  'without en': 'Phường Bắc Kạn',
  nameless: 'Xã Định Hóa',
  ideas: 'Xã Đại Từ',
} as const
const buttons = {
  vi: { send: 'Gửi phản ánh', code: /^Gửi mã cho tôi$/ },
  en: { send: 'Send the report', code: /^Send me a code$/ },
} as const

async function choosePhoto(page: Page, script: boolean): Promise<void> {
  const field = script
    ? page.locator('label.take input').nth(1)
    : page.locator('input[type=file][name=photos]')
  await field.setInputFiles({
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(await makePhoto()),
  })
  if (script) await expect(page.locator('#field-photos li img')).toHaveCount(1)
}

/** Everything a report needs but who sends it. */
async function fillReport(
  page: Page,
  what: { text?: string; category?: string; commune?: string } = {},
): Promise<void> {
  await page.locator('[name=text]').fill(what.text ?? words)
  await page.locator('[name=category]').selectOption(what.category ?? 'road-damage')
  await page.locator('[name=commune]').selectOption({ label: what.commune ?? commune })
  await page.locator('[name=landmark]').fill('trước quán phở số 5')
}

/** A guest asks for a code, reads it on the phone and types it in. */
async function confirmPhone(page: Page, phone: string, language: Language): Promise<void> {
  const since = new Date()
  await page.locator('[name="contact.phone"]').fill(phone)
  await page.getByRole('button', { name: buttons[language].code }).click()
  await expect(page.locator('.sent')).toBeVisible()
  await page.locator('[name="contact.code"]').fill(await codeSentTo(phone.replace(/^0/, '+84'), since))
}

async function expectReceipt({ page }: Visitor): Promise<string> {
  await expect(page).toHaveURL(/\/reports\/TN-[0-9A-Z]{8}\?sent=1$/)
  const code = await page.locator('[data-testid=code]').innerText()
  expect(page.url()).toContain(code)
  return code
}

for (const script of [true, false]) {
  for (const language of ['vi', 'en'] as const) {
    test(`a guest reports with a photo, ${script ? 'with' : 'without'} script, in ${language}`, async ({
      newVisitor,
    }) => {
      const visitor = await newVisitor({ language, script })
      const { page, visit } = visitor
      await visit('/reports/new')
      if (script) await expect(page.locator('label.take').first()).toBeVisible()
      await choosePhoto(page, script)
      await fillReport(page, { commune: communes[`${script ? 'with' : 'without'} ${language}`] })
      await confirmPhone(page, `09${script ? 1 : 2}${language === 'vi' ? 1 : 2}345678`, language)
      await page.getByRole('button', { name: buttons[language].send }).click()
      const code = await expectReceipt(visitor)
      if (script) {
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
      const kept = await askDatabase<{ photos: number }>(
        `select count(f.id)::int as photos from reports r join files f on f.owner_kind = 'report' and f.owner_id = r.id::text
          where r.code = $1`,
        [code],
      )
      expect(kept).toEqual([{ photos: 1 }])
      await visit('/me/reports')
      await expect(page.locator(`[data-code=${code}]`)).toBeVisible()
    })
  }
}

test('somebody reports without a name, follows it on this device, and takes it back', async ({
  visitor,
  newVisitor,
}) => {
  const { page, visit } = visitor
  await visit('/reports/new')
  await fillReport(page, {
    text: 'Đèn đường trước trạm y tế tắt ba hôm nay, tối đi rất khó.',
    commune: communes.nameless,
  })
  await page.locator('[name=anonymous][value=true]').check()
  await expect(page.locator('[name="contact.phone"]')).toBeHidden()
  await page.getByRole('button', { name: buttons.vi.send }).click()
  const code = await expectReceipt(visitor)

  const stranger = await newVisitor({ width: 1280 })
  await stranger.visit(`/reports/${code}`)
  await expect(stranger.page.locator('h1')).toContainText('Đèn đường')
  await expect(stranger.page.locator('#withdraw')).toHaveCount(0)

  await visit(`/reports/${code}`)
  await page.locator('#withdraw summary').click()
  await page.locator('#withdraw button').click()
  await expect(page.locator('main .tag').first()).toHaveText('Đã rút')
  await stranger.page.reload()
  await expect(stranger.page.locator('h1')).not.toContainText('Đèn đường')
})

test('what a category cannot take without a name is said before it is sent', async ({
  visitor,
  plainVisitor,
}) => {
  await visitor.visit('/reports/new')
  await visitor.page.locator('[name=category]').selectOption('ideas')
  await expect(visitor.page.locator('[name=anonymous][value=true]')).toBeDisabled()

  const { page, visit } = plainVisitor
  await visit('/reports/new')
  await fillReport(page, { category: 'ideas', commune: communes.ideas })
  await page.locator('[name=anonymous][value=true]').check()
  await page.getByRole('button', { name: buttons.vi.send }).click()
  await expect(page.locator('.summary')).toContainText('Lĩnh vực này cần biết người gửi')
})

test('a category chosen before the script has arrived stays chosen', async ({ visitor }) => {
  const { page } = visitor
  let letScriptsThrough: () => void = () => {}
  const asked = new Promise<void>((resolve) => (letScriptsThrough = resolve))
  await page.route('**/*.js', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto('/reports/new', { waitUntil: 'commit' })
  await page.locator('[name=category]').selectOption('ideas')
  await page.locator('[name=text]').fill('Xin thêm ghế đá ở công viên')
  letScriptsThrough()
  await expect(page.locator('[name=anonymous][value=true]')).toBeDisabled()
  await expect(page.locator('[name=category]')).toHaveValue('ideas')
  await expect(page.locator('[name=text]')).toHaveValue('Xin thêm ghế đá ở công viên')
})

for (const script of [true, false]) {
  test(`a mistake keeps everything that was typed, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const { page, visit } = await newVisitor({ script })
    await visit('/reports/new')
    if (script) await expect(page.locator('label.take').first()).toBeVisible()
    await choosePhoto(page, script)
    await page.locator('[name=text]').fill('Ổ gà')
    await page.locator('[name=category]').selectOption('road-damage')
    await page.locator('[name="contact.phone"]').fill('0912 000 111')
    await page.getByRole('button', { name: buttons.vi.send }).click()

    await expect(page.locator('.summary li')).toHaveCount(3)
    if (script) await expect(page.locator('.summary')).toBeFocused()
    await expect(page.locator('#field-text')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator('#field-text')).toHaveValue('Ổ gà')
    await expect(page.locator('[name=category]')).toHaveValue('road-damage')
    await expect(page.locator('[name="contact.phone"]')).toHaveValue('0912 000 111')
    await expect(page.locator('input[type=hidden][name=photos]')).toHaveCount(1)
    await expect(page.locator('#field-photos li img').first()).toBeVisible()
    if (script) await expectAccessible(page)
    await page.locator('.summary a').first().click()
    if (script) await expect(page.locator('#field-text')).toBeFocused()
  })

  test(`words that sound like danger are met with the numbers to call, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const visitor = await newVisitor({ script })
    const { page, visit } = visitor
    await visit('/reports/new')
    if (script) await expect(page.locator('label.take').first()).toBeVisible()
    await fillReport(page, {
      text: 'Có người đuối nước ở bến sông Cầu, cứu với',
      commune: communes[script ? 'with vi' : 'without vi'],
    })
    await page.locator('[name=anonymous][value=true]').check()
    if (!script) await page.getByRole('button', { name: buttons.vi.send }).click()
    await expect(page.locator('.danger a[href="tel:112"]')).toBeVisible()
    await expect(page.locator('.danger a[href="tel:114"]')).toBeVisible()
    if (script) await expectAccessible(page)
    await page.getByRole('button', { name: buttons.vi.send }).click()
    await expectReceipt(visitor)
  })
}

test('a lost network costs nothing: the words stay and are sent once', async ({ visitor }) => {
  const { page, visit } = visitor
  await visit('/reports/new')
  await expect(page.locator('label.take').first()).toBeVisible()
  await fillReport(page, { text: 'Cống trước chợ tắc, nước đọng cả tuần nay chưa ai thông.' })
  await page.locator('[name=anonymous][value=true]').check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: buttons.vi.send }).click()
  await expect(page.locator('.summary')).toContainText('Chưa gửi được vì mất mạng')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: buttons.vi.send }).click()
  await expectReceipt(visitor)
})

test('a draft waits on the device', async ({ visitor }) => {
  const { page, visit } = visitor
  await visit('/reports/new')
  await expect(page.locator('label.take').first()).toBeVisible()
  await page.locator('[name=text]').fill('Biển báo trước trường bị cây che')
  await visit('/')
  await visit('/reports/new')
  await expect(page.locator('[name=text]')).toHaveValue('Biển báo trước trường bị cây che')
  await page.getByRole('button', { name: 'Xoá bản nháp' }).click()
  await expect(page.locator('[name=text]')).toHaveValue('')
})

test('my position finds the commune, and I can say it is another', async ({ visitor }) => {
  const { page, visit } = visitor
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: 21.5942, longitude: 105.8482, accuracy: 14 })
  await visit('/reports/new')
  await expect(page.locator('label.take').first()).toBeVisible()
  await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
  await expect(page.locator('.told .found')).toContainText(commune)
  await expect(page.locator('[name=lat]')).toHaveValue('21.594200')
  await page.locator('[name=commune]').selectOption({ label: 'Phường Gia Sàng' })
  await expect(page.locator('.told .found')).toContainText('Phường Gia Sàng')
  await page.getByRole('button', { name: 'Bỏ vị trí này' }).click()
  await expect(page.locator('[name=lat]')).toHaveValue('')
})

test('a former name finds the commune of today', async ({ visitor }) => {
  const { page, visit } = visitor
  await visit('/reports/new')
  await expect(page.locator('label.take').first()).toBeVisible()
  await page.getByText('Không thấy tên? Tìm theo tên cũ').first().click()
  await page.locator('[name=communeSearch]').fill('trung vuong')
  await page.getByRole('button', { name: 'trước là Phường Trưng Vương' }).click()
  await expect(page.locator('[name=commune] option:checked')).toHaveText(commune)
})
