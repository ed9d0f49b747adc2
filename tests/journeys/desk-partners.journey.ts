import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { atDesk, expectFinishedInAllLooks } from './support/desk.ts'
import { fileByApi } from './support/file-by-api.ts'
import { expect, siteUrl, test } from './support/journey.ts'

const keeper = 'quan-tri'

interface Told {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A program of others, that takes nothing until it is told to. */
async function openPartner() {
  const told: Told[] = []
  let answer = 500
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      if (answer === 200) told.push({ headers: request.headers, body })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/events`,
    told,
    mend: () => (answer = 200),
    close: () => new Promise((closed) => server.close(closed)),
  }
}

/** What a receiver of Standard Webhooks checks. */
function isSigned({ headers, body }: Told, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

/** Asks Open311 to file a report; gives the status and the number it gave. */
async function fileThroughOpen311(key: string): Promise<{ status: number; code: string | undefined }> {
  const answer = await fetch(`${siteUrl()}/open311/v2/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({
      api_key: key,
      service_code: 'road-damage',
      lat: '21.592',
      long: '105.844',
      description: 'Ổ gà sâu trước bến xe, nước đọng che mất.',
    }),
  })
  const [first] = (await answer.json()) as { service_request_id?: string }[]
  return { status: answer.status, code: first?.service_request_id }
}

for (const script of [true, false]) {
  const how = script ? 'with' : 'without'

  test(`another program is told what happens, also after it failed, ${how} script`, async ({
    newVisitor,
  }) => {
    test.setTimeout(180_000)
    const partner = await openPartner()
    const visitor = await atDesk(newVisitor, keeper, { script })
    const { page, visit } = visitor
    const room = '/desk/settings/webhooks'
    await visit(room)
    await page.getByText('Thêm địa chỉ').click()
    await page.locator('[name=url]').fill('https://10.0.0.1/events')
    await page.locator('[name=events][value=report-filed]').check()
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await expect(page.locator('.summary')).toContainText('không nhận mạng nội bộ')
    await expect(page.locator('[name=url]')).toHaveValue('https://10.0.0.1/events')
    await expect(page.locator('[name=events][value=report-filed]')).toBeChecked()
    await page.locator('[name=url]').fill(partner.url)
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    const secret = await page.locator('.secret').innerText()
    expect(secret).toMatch(/^whsec_/)

    const code = await fileByApi('05443', `Cột mốc bên đường bị đổ ${how}.`)
    const deliveries = page
      .locator('section', { hasText: 'Các lần gửi' })
      .locator('li', { hasText: partner.url })
    await expect(async () => {
      await visit(room)
      await expect(deliveries.filter({ hasText: 'HTTP 500' }).first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expect(page.locator('.secret')).toHaveCount(0)
    if (script) await expectFinishedInAllLooks(newVisitor, visitor, [room])

    partner.mend()
    const failed = await deliveries.count()
    for (let at = 0; at < failed; at += 1)
      await deliveries.nth(at).getByRole('button', { name: 'Gửi lại' }).click()
    await expect
      .poll(() => partner.told.map((one) => one.body).join('\n'), { timeout: 30_000 })
      .toContain(code)
    for (const one of partner.told) expect(isSigned(one, secret)).toBe(true)
    await expect(async () => {
      await visit(room)
      await expect(deliveries.filter({ hasText: 'Đã nhận' }).first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    const address = page.locator('li', { hasText: partner.url }).filter({ hasText: 'Gỡ' })
    await address.getByRole('button', { name: 'Gỡ' }).click()
    await expect(address).toHaveCount(0)
    await partner.close()
  })

  test(`a partner files through Open311 until its key is revoked, ${how} script`, async ({ newVisitor }) => {
    test.setTimeout(120_000)
    const name = `Ứng dụng du lịch ${how}`
    const room = '/desk/settings/open311'
    const visitor = await atDesk(newVisitor, keeper, { script })
    const { page, visit } = visitor
    await visit(room)
    await page.getByText('Cấp khóa mới').click()
    await page.locator('[name=name]').fill(name)
    await page.getByRole('button', { name: 'Cấp khóa', exact: true }).click()
    const key = await page.locator('.secret').innerText()
    const filed = await fileThroughOpen311(key)
    expect(filed).toEqual({ status: 200, code: expect.stringMatching(/^TN-/) })
    await visit(`/reports/${filed.code}`)
    await expect(page.locator('h1')).toBeVisible()

    await visit(room)
    await expect(page.locator('main')).not.toContainText(key)
    const row = page.locator('li', { hasText: name })
    await expect(row).toContainText('Phản ánh đã gửi: 1')
    if (script) await expectFinishedInAllLooks(newVisitor, visitor, [room])
    await row.getByRole('button', { name: 'Thu hồi' }).click()
    await expect(row).toContainText('Thu hồi lúc')
    await expect(row.getByRole('button')).toHaveCount(0)
    expect((await fileThroughOpen311(key)).status).toBe(403)
  })
}

test('a form that was opened before the script came stays open', async ({ newVisitor }) => {
  const { page } = await atDesk(newVisitor, keeper)
  let release = () => {}
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/desk/settings/webhooks', { waitUntil: 'commit' })
  await page.getByText('Thêm địa chỉ').click()
  await page.locator('[name=url]').fill('https://mo.example/truoc')
  const heard = page.waitForResponse((answer) => answer.url().includes('/live?topic=desk'))
  release()
  await heard
  await expect(page.locator('[name=url]')).toBeVisible()
  await expect(page.locator('[name=url]')).toHaveValue('https://mo.example/truoc')
})
