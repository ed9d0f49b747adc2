import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectTargetsLargeEnough,
  expectWellBuilt,
} from './checks.ts'
import type { HowToVisit, Language, Visitor } from './journey.ts'
import { signInOfficer } from './signing-in.ts'

type NewVisitor = (how?: HowToVisit) => Promise<Visitor>

export const looks: readonly (HowToVisit & { language: Language })[] = [
  { width: 360, dark: true, language: 'vi' },
  { width: 360, dark: false, language: 'en' },
  { width: 1280, dark: false, language: 'en' },
  { width: 1280, dark: true, language: 'vi' },
]

/** Two looks that between them have each width, language and light. */
export const opposites = [looks[0], looks[2]].filter((look) => look !== undefined)

/** A page of the desk is built well, reachable by everyone and not wider than the screen. */
export async function expectFinished(page: Page, language: Language): Promise<void> {
  await expectWellBuilt(page, language)
  await expectAccessible(page, 'high')
  await expectNoSidewaysScroll(page)
  await expectTargetsLargeEnough(page)
}

/** Takes over somebody's session, so that one sign-in serves all looks. */
export async function lendSession(from: BrowserContext, { page }: Visitor): Promise<void> {
  await page.context().addCookies(await from.cookies())
}

/** An officer in front of the desk, signed in. */
export async function atDesk(
  newVisitor: NewVisitor,
  account: string,
  how: HowToVisit = {},
): Promise<Visitor> {
  const visitor = await newVisitor({ width: 1280, ...how })
  await signInOfficer(visitor, account)
  return visitor
}

/** The rooms as they are now are finished on a phone and a desk, light and dark, in both languages. */
export async function expectFinishedInAllLooks(
  newVisitor: NewVisitor,
  from: Visitor,
  paths: readonly string[],
): Promise<void> {
  for (const look of looks) {
    const visitor = await newVisitor(look)
    await lendSession(from.page.context(), visitor)
    for (const path of paths) {
      await visitor.visit(path)
      await expectFinished(visitor.page, look.language)
    }
    await visitor.page.close()
  }
}

/** Opens one form of a case by the tab of its verb, and gives the form. */
export async function openVerb(page: Page, verb: string) {
  await page.locator('#verbs nav a', { hasText: verb }).first().click()
  const form = page.locator('#verbs form')
  await expect(form.getByRole('button', { name: verb })).toBeVisible()
  return form
}

/** How many reports a list has, over all its pages. */
export async function countList(page: Page, one: string): Promise<number> {
  const here = await page.locator(one).count()
  const next = page.locator('a[rel=next]')
  if ((await next.count()) === 0) return here
  await page.goto((await next.getAttribute('href')) ?? '')
  return here + (await countList(page, one))
}
