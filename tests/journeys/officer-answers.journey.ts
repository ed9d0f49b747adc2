import type { Page } from '@playwright/test'
import { makePhoto } from '../samples/make-photo.ts'
import { atDesk, countList, openVerb } from './support/desk.ts'
import { fileByApi } from './support/file-by-api.ts'
import { expect, siteUrl, test } from './support/journey.ts'
import type { Visitor } from './support/journey.ts'
import { signInCitizen, signInOfficer } from './support/signing-in.ts'

const commune = 'Phường Phan Đình Phùng'
const wardCode = 'ubnd-05443'
const answer = 'Tổ công trình đã vá ổ gà và san phẳng mặt đường sáng nay.'

/** Files a report on the page, as somebody who is signed in. */
async function fileReport({ page, visit }: Visitor, text: string): Promise<string> {
  await visit('/reports/new')
  await page.locator('[name=text]').fill(text)
  await page.locator('[name=category]').selectOption('road-damage')
  await page.locator('[name=commune]').selectOption({ label: commune })
  await page.locator('[name=landmark]').fill('trước nhà văn hoá')
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
  await expect(page).toHaveURL(/\?sent=1$/)
  return page.locator('[data-testid=code]').innerText()
}

async function expectStatus(page: Page, words: string): Promise<void> {
  await expect(page.locator('.marks .tag, article.case .tag').first()).toHaveText(words)
}

/** Sends the answer with a photo of the mended road; its form has closed when it was taken. */
async function sendAnswer(page: Page, text: string): Promise<void> {
  const form = await openVerb(page, 'Gửi kết quả')
  await form.locator('[name=text]').fill(text)
  await form.locator('input[type=file]').setInputFiles({
    name: 'sau-xu-ly.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(await makePhoto()),
  })
  await form.getByRole('button', { name: 'Gửi kết quả' }).click()
  await expect(page.locator('.waits')).toContainText(text)
}

async function approve(page: Page, code: string): Promise<void> {
  await page.goto(`/desk/reports/${code}?filter=to-approve`)
  await page.locator('#verbs form').getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await expectStatus(page, 'Đã có kết quả')
}

for (const script of [true, false]) {
  test(`a report goes from the citizen to the ward and back, ${script ? 'with' : 'without'} script`, async ({
    newVisitor,
  }) => {
    test.setTimeout(120_000)
    const citizen = await newVisitor({ script })
    await signInCitizen(citizen, script ? '0981000001' : '0981000002', 'Lý Thị Mẫu')
    const code = await fileReport(citizen, 'Ổ gà rộng nửa mét trước nhà văn hoá, tối qua có người ngã.')

    const intake = await atDesk(newVisitor, 'truc-1', { script })
    await intake.visit(`/desk/reports/${code}`)
    await (await openVerb(intake.page, 'Tiếp nhận')).getByRole('button', { name: 'Tiếp nhận' }).click()
    await expectStatus(intake.page, 'Đã tiếp nhận')
    const assign = await openVerb(intake.page, 'Chuyển')
    await assign.locator('[name=agency]').selectOption(wardCode)
    await assign.getByRole('button', { name: 'Chuyển' }).click()
    await expectStatus(intake.page, 'Đã chuyển xử lý')

    const officer = await atDesk(newVisitor, 'phan-dinh-phung', { script })
    await officer.visit(`/desk/reports/${code}`)
    await (await openVerb(officer.page, 'Nhận xử lý')).getByRole('button', { name: 'Nhận xử lý' }).click()
    await expectStatus(officer.page, 'Đang xử lý')
    await sendAnswer(officer.page, answer)
    await citizen.visit(`/reports/${code}`)
    await expectStatus(citizen.page, 'Đang xử lý')
    await expect(citizen.page.locator('main')).not.toContainText(answer)

    const head = await atDesk(newVisitor, 'lanh-dao-phan-dinh-phung', { script })
    await approve(head.page, code)

    await citizen.visit('/inbox')
    await citizen.page.locator('a', { hasText: `${code} đã có kết quả` }).click()
    await expect(citizen.page).toHaveURL(new RegExp(`/reports/${code}`))
    await expect(citizen.page.locator('main')).toContainText(answer)
    for (const step of ['Đã tiếp nhận', 'Đang xử lý', 'Có kết quả'])
      await expect(citizen.page.locator('.timeline')).toContainText(step)
    await rate(citizen.page)
    await reopen(citizen.page)

    await officer.visit(`/desk/reports/${code}`)
    await expectStatus(officer.page, 'Mở lại')
    await (await openVerb(officer.page, 'Nhận xử lý')).getByRole('button', { name: 'Nhận xử lý' }).click()
    await sendAnswer(officer.page, 'Đã đổ lại nhựa cả đoạn, không còn đọng nước.')
    await approve(head.page, code)

    await citizen.visit(`/reports/${code}?verdict=no`)
    await expectStatus(citizen.page, 'Đã có kết quả')
    await expect(citizen.page.locator('form[action="?/reopen"]')).toHaveCount(0)
    const again = await citizen.page.request.post(`/reports/${code}?/reopen`, {
      form: { idempotencyKey: crypto.randomUUID(), text: 'Vẫn còn hỏng, xin xem lại lần nữa.' },
      headers: { origin: siteUrl(), accept: 'text/html' },
    })
    expect(again.status()).toBe(409)
  })
}

async function rate(page: Page): Promise<void> {
  await page.locator('#verdict a').first().click()
  await page.locator('[name=stars][value="4"]').check()
  await page.locator('form[action="?/rate"] [name=text]').fill('Làm nhanh.')
  await page.locator('form[action="?/rate"] button[type=submit]').click()
  await expect(page.locator('main')).toContainText('Bạn đã đánh giá 4 trên 5')
  await expect(page.locator('form[action="?/rate"]')).toHaveCount(0)
}

async function reopen(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}?verdict=no`)
  await page.locator('form[action="?/reopen"] [name=text]').fill('Mưa xong lại lún như cũ.')
  await page.locator('form[action="?/reopen"] button[type=submit]').click()
  await expectStatus(page, 'Mở lại')
}

/** Somebody in Phổ Yên, where no other journey reports. */
const fileFromOutside = (text: string) => fileByApi('05860', text)

/** Opens a page of the desk and waits until its script runs and listens. */
async function visitAlive({ page, visit }: Visitor, path: string): Promise<void> {
  await page.goto('about:blank')
  const heard = page.waitForResponse((answer) => answer.url().includes('/live?topic=desk'))
  await visit(path)
  await heard
}

test('a new report comes to the desk without reloading', async ({ deskVisitor }) => {
  const { page, visit } = deskVisitor
  await signInOfficer(deskVisitor, 'lanh-dao-pho-yen')
  await visitAlive(deskVisitor, '/desk/reports?filter=to-accept')
  const code = await fileFromOutside('Nắp cống giữa đường bị mất, ban đêm rất nguy hiểm cho xe máy.')
  await expect(page.locator(`.queue a[data-code=${code}]`)).toBeVisible()
  await visit(`/desk/reports/${code}`)
  await expect(page.locator('h1')).toContainText('Nắp cống')
})

test('counts of today are links, and each leads to as many reports as it says', async ({ deskVisitor }) => {
  const { page, visit } = deskVisitor
  await signInOfficer(deskVisitor, 'lanh-dao-pho-yen')
  const tiles = await page.locator('.tiles a').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      count: Number(link.querySelector('b')?.textContent?.replace(/\D/g, '')),
    })),
  )
  expect(tiles.length).toBeGreaterThan(1)
  for (const { href, count } of tiles) {
    await visit(href)
    await expect(page.locator('.queue header')).toContainText(`${count} việc`)
    expect(await countList(page, '.queue a.item'), href).toBe(count)
  }
})

test('the queue is walked and a case is answered by keyboard alone', async ({ deskVisitor }) => {
  const { page } = deskVisitor
  await signInOfficer(deskVisitor, 'lanh-dao-pho-yen')
  const code = await fileFromOutside('Biển báo trước trường học bị cây che, xe đến gần mới thấy.')
  await visitAlive(deskVisitor, '/desk/reports')
  const cards = page.locator('.queue a.item')
  await expect(cards.nth(1)).toBeVisible()
  const codes = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('data-code')))
  for (const [key, at] of [
    ['j', 0],
    ['j', 1],
    ['k', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(`/desk/reports/${codes[at]}`))
  }
  await page.keyboard.press('/')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.locator('article.case')).toContainText(code)
  await pressVerb(page, 'Tiếp nhận')
  await expectStatus(page, 'Đã tiếp nhận')
  await pressVerb(page, 'Nhận xử lý')
  await expectStatus(page, 'Đang xử lý')
  await tabTo(page, 'Gửi kết quả')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Đã khắc phục')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'Viết cho người dân')
  await page.keyboard.type('Cây đã được cắt tỉa, biển báo nhìn rõ từ xa.')
  await page.keyboard.press('Control+Enter')
  await expectStatus(page, 'Đã có kết quả')
})

/** Goes to the form of a verb, and sends it. */
async function pressVerb(page: Page, verb: string): Promise<void> {
  await tabTo(page, verb)
  await page.keyboard.press('Enter')
  await tabTo(page, verb, 'button')
  await page.keyboard.press('Enter')
}

/** Presses Tab until what has the focus says this. */
async function tabTo(page: Page, words: string, tag = ''): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused) return { tag: '', said: '' }
      const labels =
        focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null
      const said = [...(labels ?? [])].map((label) => label.textContent).join(' ') || focused.textContent
      return { tag: focused.tagName.toLowerCase(), said: said ?? '' }
    })
    if (at.said.trim().startsWith(words) && (tag === '' || at.tag === tag)) return
  }
  throw new Error(`Tab never reached “${words}”`)
}
