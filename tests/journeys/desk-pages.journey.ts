import { askDatabase } from './support/ask-database.ts'
import { expectFinished, lendSession, looks, opposites } from './support/desk.ts'
import { fileByApi } from './support/file-by-api.ts'
import { expect, test } from './support/journey.ts'
import { signInOfficer } from './support/signing-in.ts'

/** Who opens which rooms. `CASE` is the newest report in work. */
const rooms = {
  'truc-1': ['/desk', '/desk/reports', '/desk/reports?filter=ended', '/desk/reports/CASE', '/desk/outbox'],
  'truc-2': ['/desk/figures', '/desk/figures/reports?figure=late', '/desk/filters', '/desk/batches'],
  'quan-tri': [
    '/desk/settings',
    '/desk/settings/officers',
    '/desk/settings/calendars',
    '/desk/settings/calendars/hanh-chinh',
    '/desk/settings/jobs',
    '/desk/settings/questions',
    '/desk/settings/questions/road-damage',
    '/desk/settings/open311',
    '/desk/settings/webhooks',
  ],
} as const
const doors = [
  '/desk/sign-in',
  '/desk/second-step',
  '/desk/invitation?secret=none',
  '/desk/outbox',
  '/sign-in',
]
async function caseInWork(): Promise<string> {
  const [row] = await askDatabase<{ code: string }>(
    `select code from reports where status = 'in_progress' order by filed_at desc limit 1`,
  )
  return row?.code ?? ''
}

for (const [account, paths] of Object.entries(rooms)) {
  test(`the rooms of ${account} are reachable by everyone, on a phone and a desk, light and dark`, async ({
    newVisitor,
  }) => {
    test.setTimeout(120_000)
    const first = await newVisitor({ width: 1280 })
    await signInOfficer(first, account)
    const code = await caseInWork()
    for (const look of opposites) {
      const visitor = await newVisitor(look)
      await lendSession(first.page.context(), visitor)
      for (const path of paths) {
        await visitor.visit(path.replace('CASE', code))
        await expectFinished(visitor.page, look.language)
      }
    }
  })
}

test('a case is reachable by everyone in the other looks too', async ({ newVisitor }) => {
  const first = await newVisitor({ width: 1280 })
  await signInOfficer(first, 'truc-1')
  const code = await caseInWork()
  for (const look of looks.filter((one) => !opposites.includes(one))) {
    const visitor = await newVisitor(look)
    await lendSession(first.page.context(), visitor)
    await visitor.visit(`/desk/reports/${code}`)
    await expectFinished(visitor.page, look.language)
  }
})

test('a case whose category asks long questions fits a phone', async ({ visitor }) => {
  const code = await fileByApi('05443', 'Đường trước cổng trường sụt một khoảng lớn.', {
    depth: 'not-a-hole',
    accidents: true,
  })
  await signInOfficer(visitor, 'truc-1')
  await visitor.visit(`/desk/reports/${code}`)
  await expect(visitor.page.locator('.facts')).toContainText('Đã có người ngã')
  await expectFinished(visitor.page, 'vi')
})

test('the doors of the desk are reachable by everyone, on a phone and a desk, light and dark', async ({
  newVisitor,
}) => {
  for (const look of opposites) {
    const { page, visit } = await newVisitor(look)
    for (const path of doors) {
      await visit(path)
      await expectFinished(page, look.language)
    }
  }
})

test('whoever is not signed in comes to the door, and then to where they wanted', async ({ visitor }) => {
  await visitor.visit('/desk/reports?filter=late')
  await expect(visitor.page).toHaveURL(/\/desk\/sign-in\?to=/)
})

test('every room of the desk is in sight on a phone, without scrolling to it', async ({ newVisitor }) => {
  for (const language of ['vi', 'en'] as const) {
    const visitor = await newVisitor({ language })
    await signInOfficer(visitor, 'truc-1')
    const rooms = visitor.page.locator('nav.rail ul a')
    expect(await rooms.count()).toBeGreaterThan(3)
    for (const room of await rooms.all()) await expect(room).toBeInViewport({ ratio: 1 })
  }
})
