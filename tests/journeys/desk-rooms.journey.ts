import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/checks.ts'
import { atDesk, countList, expectFinishedInAllLooks, openVerb } from './support/desk.ts'
import { fileByApi } from './support/file-by-api.ts'
import { expect, test } from './support/journey.ts'

/** Đức Xuân, where no other journey reports. */
const commune = '01840'
const head = 'lanh-dao-duc-xuan'
const headName = 'Nguyễn Hồng Phượng'
const officer = 'duc-xuan'

for (const script of [true, false]) {
  const how = script ? 'with' : 'without'

  test(`each figure leads to a list of that length, ${how} script`, async ({ newVisitor }) => {
    test.setTimeout(120_000)
    const visitor = await atDesk(newVisitor, head, { script })
    const { page, visit } = visitor
    await visit('/desk/figures')
    await page.locator('[name=from]').fill('2026-01-01')
    await page.locator('[name=unit]').selectOption('month')
    await page.getByRole('button', { name: 'Xem số liệu' }).click()
    await expect(page).toHaveURL(/from=2026-01-01/)
    const numbers = page.locator('main a[href*="figure="]')
    const links = await numbers.evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        count: Number((link.querySelector('b') ?? link).textContent.replaceAll(/\D/g, '')),
      })),
    )
    expect(links.filter(({ count }) => count > 0).length).toBeGreaterThan(8)
    for (const { href, count } of links) {
      await page.goto(href)
      expect(await countList(page, 'main a[data-code]'), href).toBe(count)
    }
    if (script) await expectFinishedInAllLooks(newVisitor, visitor, ['/desk/figures'])
  })

  test(`a filter is kept, used and removed, ${how} script`, async ({ newVisitor }) => {
    test.setTimeout(120_000)
    const word = script ? 'sụtlúnA' : 'sụtlúnB'
    for (const place of ['đầu cầu', 'cuối dốc']) await fileByApi(commune, `Mặt đường ${word} ở ${place}.`)
    const visitor = await atDesk(newVisitor, head, { script })
    const { page, visit } = visitor
    await visit(`/desk/reports?filter=to-accept&q=${encodeURIComponent(word)}`)
    await page.getByRole('link', { name: 'Lưu bộ lọc này' }).click()
    await expect(page.locator('[name=filter]')).toHaveValue('to-accept')
    await expect(page.locator('[name=q]')).toHaveValue(word)
    await page.locator('[name=name]').fill(`Đường ${word}`)
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click()
    await expect(page).toHaveURL(/\/desk\/reports\?/)
    const kept = page
      .getByRole('navigation', { name: 'Bộ lọc đã lưu' })
      .getByRole('link', { name: `Đường ${word}` })
    await expect(kept).toHaveAttribute('aria-current', 'true')
    await expect(kept).toContainText('2')
    await visit('/desk/reports')
    await kept.click()
    await expect(page.locator('.queue a.item')).toHaveCount(2)
    await visit('/desk/filters')
    if (script) await expectFinishedInAllLooks(newVisitor, visitor, ['/desk/filters'])
    const row = page.locator('li', { hasText: `Đường ${word}` })
    await row.getByRole('button', { name: 'Xóa bộ lọc' }).click()
    await expect(row).toHaveCount(0)
    await visit('/desk/reports')
    await expect(page.locator('.queue h1')).toBeVisible()
    await expect(kept).toHaveCount(0)
  })

  test(`a ready-made reply becomes an answer, and a note reaches a colleague, ${how} script`, async ({
    newVisitor,
  }) => {
    test.setTimeout(180_000)
    const name = `Đã vá xong ${how}`
    const chief = await atDesk(newVisitor, head, { script })
    await writeReply(chief.page, chief.visit, name)
    const code = await fileByApi(commune, 'Nắp cống vỡ giữa ngã tư, xe máy phải tránh sang làn bên.')
    await chief.visit(`/desk/reports/${code}`)
    await (await openVerb(chief.page, 'Tiếp nhận')).getByRole('button', { name: 'Tiếp nhận' }).click()
    await expect(chief.page.locator('article.case .tag').first()).toHaveText('Đã tiếp nhận')

    const visitor = await atDesk(newVisitor, officer, { script })
    const { page, visit } = visitor
    await visit(`/desk/reports/${code}`)
    await (await openVerb(page, 'Nhận xử lý')).getByRole('button', { name: 'Nhận xử lý' }).click()
    await openVerb(page, 'Gửi kết quả')
    await page.locator('#verbs').getByRole('link', { name }).click()
    const text = page.locator('#verbs [name=text]')
    await expect(text).toHaveValue(`Phản ánh ${code} đã được xử lý.`)
    await text.fill(`${await text.inputValue()} Nắp cống mới chịu được xe tải.`)

    const note = `@${headName} xem giúp ảnh trước khi duyệt.`
    await writeNote(page, note, script)
    await expect(page.locator('section[aria-labelledby=notes-title] ol')).toContainText(
      `Đã báo cho ${headName}`,
    )
    await chief.visit('/inbox')
    await chief.page
      .locator('a', { hasText: `nhắc đến bạn trong ghi chú nội bộ của phản ánh ${code}` })
      .click()
    await expect(chief.page.locator('article.case')).toContainText('xem giúp ảnh trước khi duyệt')

    await openVerb(page, 'Gửi kết quả')
    await page.locator('#verbs').getByRole('link', { name }).click()
    await expect(text).toHaveValue(`Phản ánh ${code} đã được xử lý.`)
    await page.locator('#verbs [name=ending]').last().check()
    await page.locator('#verbs form').getByRole('button', { name: 'Gửi kết quả' }).click()
    await expect(page.locator('.waits')).toContainText(`Phản ánh ${code} đã được xử lý.`)
    if (script) {
      await expectFinishedInAllLooks(newVisitor, visitor, [`/desk/reports/${code}`])
      await expectFinishedInAllLooks(newVisitor, chief, ['/desk/settings/replies'])
    }
    await chief.visit('/desk/settings/replies')
    const row = chief.page.locator('li', { hasText: name })
    await row.getByRole('button', { name: 'Ngừng dùng' }).click()
    await expect(row).toHaveCount(0)
  })
}

/** Writes a ready-made answer, first with a name in braces that nothing stands for. */
async function writeReply(page: Page, visit: (path: string) => Promise<void>, name: string): Promise<void> {
  await visit('/desk/settings/replies')
  const body = page.locator('[name=body]')
  await page.locator('[name=title]').fill(name)
  await body.fill('Phản ánh {ma} đã được xử lý.')
  await page.getByRole('button', { name: 'Lưu mẫu' }).click()
  await expect(page.locator('.summary')).toContainText('Trong ngoặc nhọn có tên không dùng được')
  await expect(page.locator('[name=title]')).toHaveValue(name)
  await body.fill('Phản ánh {code} đã được xử lý.')
  await page.getByRole('button', { name: 'Lưu mẫu' }).click()
  await expect(page.locator('li', { hasText: name })).toContainText('{code}')
}

/** Writes a note; with script the colleague is chosen from the list of names. */
async function writeNote(page: Page, note: string, script: boolean): Promise<void> {
  const field = page.locator('#note-text')
  if (script) {
    await page.getByText('Nhắc đồng nghiệp').click()
    await page.getByRole('button', { name: `@${headName}` }).click()
    await expect(field).toHaveValue(`@${headName} `)
  }
  await field.fill(note)
  await page.getByRole('button', { name: 'Lưu ghi chú' }).click()
}

test('how the agencies answer is told to everybody, on every screen', async ({ newVisitor }) => {
  for (const script of [true, false]) {
    const { page, visit } = await newVisitor({ script })
    await visit('/performance')
    await page.getByRole('link', { name: 'Theo lĩnh vực' }).click()
    await expect(page.locator('thead th').first()).toHaveText('Lĩnh vực')
    await page.getByRole('link', { name: '365 ngày qua' }).click()
    await expect(page).toHaveURL(/by=category/)
    await expect(page.locator('[aria-current=true]')).toHaveText(['365 ngày qua', 'Theo lĩnh vực'])
  }
  for (const look of [{ language: 'en' }, { dark: true }, { width: 1280 }] as const) {
    const { page, visit } = await newVisitor(look)
    await visit('/performance')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const frame = page.locator('.frame')
    expect(await frame.evaluate((box) => box.scrollWidth - box.clientWidth), 'nothing is cut off').toBe(0)
  }
})
