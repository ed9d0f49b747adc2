import type { Page } from '@playwright/test'
import { askDatabase } from './support/ask-database.ts'
import { atDesk, expectFinished, expectFinishedInAllLooks } from './support/desk.ts'
import { fileByApi } from './support/file-by-api.ts'
import { expect, test } from './support/journey.ts'
import type { Visitor } from './support/journey.ts'

const commune = '05443'

/** Ticks every report that has a word, chooses what to do with them, and looks at what would happen. */
async function preview({ page, visit }: Visitor, word: string, verb: string): Promise<void> {
  await visit(`/desk/reports?q=${encodeURIComponent(word)}`)
  const ticks = page.locator('.queue [name=codes]')
  await expect(ticks).toHaveCount(2)
  for (const tick of await ticks.all()) await tick.check()
  await page.locator('.queue select[name=verb]').selectOption(verb)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(page.locator('main')).toContainText('2 trong 2 phản ánh sẽ được thực hiện')
}

async function expectStatuses(codes: readonly string[], status: string): Promise<void> {
  const rows = await askDatabase<{ status: string }>('select status from reports where code = any($1)', [
    codes,
  ])
  expect(rows.map((row) => row.status)).toEqual(codes.map(() => status))
}

const tags = (page: Page, words: string) => page.locator('main li .tag', { hasText: words })

for (const script of [true, false]) {
  const how = script ? 'with' : 'without'
  const word = script ? 'hốsâuA' : 'hốsâuB'

  test(`several reports are moved at once and taken back, and not ended by one person, ${how} script`, async ({
    newVisitor,
  }) => {
    test.setTimeout(180_000)
    const codes = []
    for (const place of ['cổng trường', 'cạnh chợ'])
      codes.push(await fileByApi(commune, `Đường có ${word} ở ${place}, mưa là ngập.`))
    const first = await atDesk(newVisitor, 'truc-1', { script })
    const { page } = first
    await preview(first, word, 'accept')
    await expectStatuses(codes, 'submitted')
    if (script) await expectFinished(page, 'vi')
    await page.getByRole('button', { name: 'Tiếp nhận 2 phản ánh' }).click()
    await expect(tags(page, 'Đã thực hiện')).toHaveCount(2)
    await expectStatuses(codes, 'accepted')
    const done = new URL(page.url()).pathname
    if (script) await expectFinishedInAllLooks(newVisitor, first, [done])
    await page.getByRole('button', { name: 'Hoàn lại' }).click()
    await expect(tags(page, 'Đã hoàn lại')).toHaveCount(2)
    await expectStatuses(codes, 'submitted')
    await expect(page.getByRole('button', { name: 'Hoàn lại' })).toHaveCount(0)

    await preview(first, word, 'reject')
    await expect(page.getByRole('note')).toContainText('cần người thứ hai')
    await page.locator('[name=reason]').selectOption({ index: 1 })
    await page.locator('[name=text]').fill('Ngắn.')
    await page.getByRole('button', { name: 'Không tiếp nhận 2 phản ánh' }).click()
    await expect(page.locator('.summary')).toBeVisible()
    await expect(page.locator('[name=text]')).toHaveValue('Ngắn.')
    await page.locator('[name=text]').fill('Hai phản ánh này thuộc công trình đang thi công, đã có rào chắn.')
    await page.getByRole('button', { name: 'Không tiếp nhận 2 phản ánh' }).click()
    await expect(tags(page, 'Đang chờ')).toHaveCount(2)
    await expectStatuses(codes, 'submitted')
    await expect(page.getByRole('button', { name: 'Đồng ý thực hiện' })).toHaveCount(0)
    const waiting = new URL(page.url()).pathname

    const second = await atDesk(newVisitor, 'dieu-hanh', { script })
    await second.visit('/desk/batches')
    if (script) await expectFinishedInAllLooks(newVisitor, second, ['/desk/batches', waiting])
    await second.page.locator(`main a[href$="${waiting}"]`).click()
    await second.page.getByRole('button', { name: 'Đồng ý thực hiện' }).click()
    await expect(tags(second.page, 'Đã thực hiện')).toHaveCount(2)
    await expectStatuses(codes, 'rejected')
  })
}
