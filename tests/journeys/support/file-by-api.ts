import { expect } from '@playwright/test'
import { siteUrl } from './journey.ts'

/** Somebody files a damaged road of a commune through the API, without a name; gives the report's code. */
export async function fileByApi(
  commune: string,
  text: string,
  answers: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const filed = await fetch(`${siteUrl()}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      category: 'road-damage',
      text,
      commune,
      landmark: 'trước cổng chợ',
      anonymous: true,
      answers,
    }),
  })
  expect(filed.status).toBe(201)
  return ((await filed.json()) as { code: string }).code
}
