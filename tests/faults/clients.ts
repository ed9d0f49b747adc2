import { setTimeout as wait } from 'node:timers/promises'

/** A report that was sent until the platform answered for it. */
export interface Acknowledged {
  readonly key: string
  readonly text: string
  readonly code: string
}

const answerMilliseconds = 5000
const patienceMilliseconds = 90_000
const pauseMilliseconds = 150

/** What one report says; the text tells it from all others. */
export function reportBody(text: string, commune: string): object {
  return { category: 'road-damage', text, commune, landmark: 'cổng chợ', anonymous: true }
}

/** Sends a report once. */
export function postReport(url: string, key: string, body: object): Promise<Response> {
  return fetch(`${url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(answerMilliseconds),
  })
}

/** The code of the first commune there is. */
export async function someCommune(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/communes?limit=1`)
  const { items } = (await answer.json()) as { items: { code: string }[] }
  return items[0]?.code ?? ''
}

/**
 * Sends a report as a phone with a bad network does: again with the same key until it is answered for. `statuses`
 * collects what was answered in between.
 */
export async function sendUntilAcknowledged(
  url: string,
  report: { readonly key: string; readonly text: string; readonly commune: string },
  statuses: Set<number>,
): Promise<Acknowledged> {
  const until = performance.now() + patienceMilliseconds
  while (performance.now() < until) {
    const answer = await postReport(url, report.key, reportBody(report.text, report.commune)).catch(
      () => null,
    )
    const text = await answer?.text().catch(() => null)
    if (answer && text) {
      statuses.add(answer.status)
      if (answer.status === 201) {
        return { key: report.key, text: report.text, code: (JSON.parse(text) as { code: string }).code }
      }
      if (answer.status < 500) throw new Error(`refused: ${answer.status} ${text}`)
    }
    await wait(pauseMilliseconds)
  }
  throw new Error(`nobody answered for ${report.key}`)
}
