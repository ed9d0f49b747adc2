import { askDatabase } from './support/ask-database.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/checks.ts'
import { expect, test } from './support/journey.ts'
import { signInOfficer } from './support/signing-in.ts'

const words = 'Dây điện chùng thấp trước nhà văn hoá, xe tải đi qua suýt vướng.'

for (const script of [true, false]) {
  test(`a category asks more, ${script ? 'at once' : 'on the second step'}, and an answer points to help first`, async ({
    newVisitor,
  }) => {
    const { page, visit } = await newVisitor({ script })
    await visit('/reports/new')
    await page.locator('[name=text]').fill(words)
    await page.locator('[name=category]').selectOption('electricity')
    await page.locator('[name=commune]').selectOption({ label: 'Phường Phan Đình Phùng' })
    await page.locator('[name=anonymous][value=true]').check()
    const send = page.getByRole('button', { name: 'Gửi phản ánh' })
    if (!script) {
      await send.click()
      await expect(page.locator('.summary')).toContainText('Phản ánh chưa được gửi')
    }
    await page.locator('[name="answers.wire-down"][value=yes]').check()
    await page.locator('[name="answers.houses"][value=one]').check()
    if (script) {
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    } else await send.click()
    await expect(page.locator('div.redirect')).toContainText('Đứng xa ít nhất 10 mét')
    await send.click()
    await expect(page).toHaveURL(/\?sent=1$/)
    const code = /TN-[0-9A-Z]{8}/.exec(page.url())?.[0] ?? ''
    await expect(page.locator('dl').filter({ hasText: 'Mất điện ở phạm vi nào' })).toContainText(
      'Chỉ nhà tôi',
    )
    const kept = await askDatabase<{ answers: object; version: number }>(
      `select a.answers, a.version from report_given_answers a join reports r on r.id = a.report_id where r.code = $1`,
      [code],
    )
    expect(kept).toEqual([{ answers: { 'wire-down': true, houses: 'one' }, version: 1 }])
  })

  test(`the intake lead changes what a category asks, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    const visitor = await newVisitor({ script, width: 1280 })
    const { page, visit } = visitor
    await signInOfficer(visitor, 'dieu-hanh')
    await visit('/desk/settings/questions/telecom')
    await page.locator('details:has([name=code]) > summary').last().click()
    const form = page.locator('details.card form[action="?/set"]')
    const code = script ? 'operator' : 'number'
    await form.locator('[name=code]').fill(code)
    await form.locator('[name=vi]').fill('Nhà mạng nào?')
    await form.locator('[name=en]').fill('Which operator?')
    await form.locator('[name=choices]').fill('viettel | Viettel')
    await form.locator('button[type=submit]').click()
    await expect(page.locator('.summary')).toContainText('mã | tiếng Việt | tiếng Anh')
    await form.locator('[name=choices]').fill('viettel | Viettel | Viettel\nvnpt | VNPT | VNPT')
    await form.locator('button[type=submit]').click()
    await expect(page.locator('[role=status]').first()).toContainText('Đã lưu')
    await expect(page.locator('ol')).toContainText('Nhà mạng nào?')
    if (script) {
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
}
