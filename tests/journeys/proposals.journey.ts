import type { Page } from '@playwright/test'
import { askDatabase } from './support/ask-database.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/checks.ts'
import { expect, test } from './support/journey.ts'

const commune = 'Phường Gia Sàng'
const send = 'Gửi phản ánh'

async function fill(page: Page, text: string, category: string | null): Promise<void> {
  await page.locator('[name=text]').fill(text)
  if (category) await page.locator('[name=category]').selectOption(category)
  await page.locator('[name=commune]').selectOption({ label: commune })
  await page.locator('[name=anonymous][value=true]').check()
}

/** Somebody reported it before; what holds the sending up is passed by sending again. */
async function reported(page: Page, text: string, category: string): Promise<string> {
  await fill(page, text, category)
  await page.getByRole('button', { name: send }).click()
  await expect(page).toHaveURL(/\/reports\/TN-[0-9A-Z]{8}\?sent=1$/)
  return page.locator('[data-testid=code]').innerText()
}

const followers = async (code: string): Promise<number> => {
  const rows = await askDatabase<{ followers: number }>(
    `select c.followers from report_follower_counts c join reports r on r.id = c.report_id where r.code = $1`,
    [code],
  )
  return rows[0]?.followers ?? 0
}

test('while typing: the category is proposed, a look-alike shown, and followed in one tap', async ({
  newVisitor,
}) => {
  const first = await newVisitor({})
  await first.visit('/reports/new')
  await expect(first.page.locator('label.take').first()).toBeVisible()
  const words = 'Cây phượng già trước cổng chùa Phù Liễn bị mục gốc, nghiêng hẳn ra đường.'
  const code = await reported(first.page, words, 'trees-parks')

  const { page, visit } = await newVisitor({})
  await visit('/reports/new')
  await expect(page.locator('label.take').first()).toBeVisible()
  await page.locator('[name=text]').fill('cay phuong truoc cong chua phu lien muc goc nghieng ra duong')
  await page.locator('[name=commune]').selectOption({ label: commune })
  const chip = page.getByRole('button', { name: 'Cây xanh nguy hiểm, công viên' })
  await chip.click()
  await expect(page.locator('[name=category]')).toHaveValue('trees-parks')
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  const found = page.locator(`[data-look-alike=${code}]`)
  await expect(found).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await found.getByRole('button').click()
  await expect(page).toHaveURL(new RegExp(`/reports/${code}`))
  await expect(page.locator('[data-following=true]')).toBeVisible()
  expect(await followers(code)).toBe(1)
  await expectAccessible(page)
  await visit('/me/reports')
  await expect(page.locator(`[data-code=${code}]`)).toBeVisible()

  await visit(`/reports/${code}`)
  await page.getByRole('button', { name: 'Thôi theo dõi' }).click()
  await expect(page.locator('[data-following=false]')).toBeVisible()
  expect(await followers(code)).toBe(0)
})

test('without a script: shown when it is sent, followed by its button, the category picked by another', async ({
  newVisitor,
}) => {
  const first = await newVisitor({ script: false })
  await first.visit('/reports/new')
  const words = 'Vòi nước công cộng ở nhà văn hoá tổ 9 chảy lênh láng suốt ngày đêm.'
  const code = await reported(first.page, words, 'water-drainage')

  const { page, visit } = await newVisitor({ script: false })
  await visit('/reports/new')
  await fill(page, words, 'water-drainage')
  await page.getByRole('button', { name: send }).click()
  await expect(page.locator('.summary')).toContainText('có phản ánh rất giống')
  await page.locator(`[data-look-alike=${code}]`).getByRole('button').click()
  await expect(page.locator('[data-following=true]')).toBeVisible()
  expect(await followers(code)).toBe(1)

  await visit('/reports/new')
  await fill(page, 'Đèn đường dọc bờ kênh tắt cả dãy, tối om từ tuần trước', null)
  await page.getByRole('button', { name: send }).click()
  await page.getByRole('button', { name: 'Gửi với lĩnh vực “Đèn chiếu sáng công cộng”' }).click()
  await expect(page).toHaveURL(/\/reports\/TN-[0-9A-Z]{8}\?sent=1$/)
})

for (const script of [true, false]) {
  test(`a denunciation is told where it belongs, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const { page, visit } = await newVisitor({ script })
    await visit('/reports/new')
    if (script) await expect(page.locator('label.take').first()).toBeVisible()
    await fill(page, 'Tôi tố cáo cán bộ thôn nhận hối lộ khi xét hộ nghèo', 'waste-dumping')
    if (!script) await page.getByRole('button', { name: send }).click()
    await expect(page.locator('[data-elsewhere=denunciation]')).toBeVisible()
    if (script) await expectAccessible(page)
    await page.getByRole('button', { name: send }).click()
    await expect(page).toHaveURL(/\?sent=1$/)
  })
}

test('state secrets are not taken', async ({ plainVisitor }) => {
  const { page, visit } = plainVisitor
  await visit('/reports/new')
  await fill(page, 'Tôi nhặt được tài liệu mật ở bến xe, gửi kèm ảnh chụp', 'ideas')
  await page.locator('[name=category]').selectOption('waste-dumping')
  await page.getByRole('button', { name: send }).click()
  await expect(page.locator('[data-elsewhere=state-secret]')).toBeVisible()
  await page.getByRole('button', { name: send }).click()
  await expect(page.locator('.summary')).toContainText('bí mật nhà nước')
  await expect(page.locator('[data-elsewhere=state-secret]')).toBeVisible()
})

test('without a script an urgent field shows the numbers to call before it is sent', async ({
  plainVisitor,
}) => {
  const { page, visit } = plainVisitor
  await visit('/reports/new')
  await fill(page, 'Cột điện ở đầu xóm 5 bị nghiêng về phía đường đi', 'electricity')
  await page.getByRole('button', { name: send }).click()
  await expect(page.locator('.danger a[href="tel:114"]')).toBeVisible()
  await page.getByRole('button', { name: send }).click()
  await expect(page).toHaveURL(/\?sent=1$/)
})
