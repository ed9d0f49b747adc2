import { Agent, request } from 'node:http'

/** What a load measured. */
export interface Measured {
  readonly perSecond: number
  readonly p50Milliseconds: number
  readonly p95Milliseconds: number
  readonly done: number
  readonly failed: number
}

/** So many clients do the work again and again for so many seconds; each waits for its answer before it goes on. */
export async function measure(
  how: { clients: number; seconds: number },
  work: (client: number, turn: number) => Promise<boolean>,
): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const started = performance.now()
  const until = started + how.seconds * 1000
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const begun = performance.now()
      const good = await work(number, turn).catch(() => false)
      times.push(performance.now() - begun)
      if (!good) failed += 1
    }
  }
  await Promise.all(Array.from({ length: how.clients }, (_, number) => client(number)))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: (times.length - failed) / seconds,
    p50Milliseconds: at(0.5),
    p95Milliseconds: at(0.95),
    done: times.length,
    failed,
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

/** One request over kept connections; reads the whole answer. Gives its status and body. */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; body: Buffer; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks), headers: answer.headers }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(options.body)
  })
}
