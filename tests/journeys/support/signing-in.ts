import { expect } from '@playwright/test'
import { demoDomain, demoPassword } from '#people/rules/demo.ts'
import type { Visitor } from './journey.ts'
import { codeSentTo } from './text-messages.ts'

/** Types an officer's address and password, and then the six digits the demo shows; ends at the desk. */
export async function signInOfficer({ page, visit }: Visitor, account: string): Promise<void> {
  await visit('/desk/sign-in')
  await page.locator('[name=email]').fill(account + demoDomain)
  await page.locator('[name=password]').fill(demoPassword)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/desk\/second-step\?/)
  await page.locator('[name=code]').fill(await page.locator('.demo b').innerText())
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/desk(\/settings)?$/)
}

/** Asks for a code and leaves the form open that wants it; gives the code that came by SMS. */
export async function askForCode({ page, visit }: Visitor, phone: string): Promise<string> {
  const since = new Date()
  await visit('/sign-in')
  await page.locator('[name=phone]:not([type=hidden])').fill(phone)
  await page.locator('form[action^="?/phone"] button').click()
  await expect(page.locator('[name=code]')).toBeVisible()
  return codeSentTo(phone.replace(/^0/, '+84'), since)
}

/** A citizen signs in for the first time and says their name. */
export async function signInCitizen(visitor: Visitor, phone: string, name: string): Promise<void> {
  const { page } = visitor
  const code = await askForCode(visitor, phone)
  await page.locator('[name=code]').fill(code)
  await page.locator('form[action^="?/code"] button').click()
  await expect(page).toHaveURL(/\/me\?welcome=1/)
  await page.locator('[name=name]').fill(name)
  await page.locator('form[action^="?/profile"] button').click()
  await expect(page).toHaveURL(/\/(en)?$/)
}
