/** As much of a browser as a sign-in needs: cookies by site, and redirects one at a time. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()
  readonly #answer: (request: Request) => Promise<Response>

  /** `answer` reaches our own program in this process, or the network. */
  constructor(answer: (request: Request) => Promise<Response>) {
    this.#answer = answer
  }

  /** Asks one page; what it sets is sent again to the same site. */
  async ask(url: string | URL, form?: Record<string, string>): Promise<Response> {
    const { host } = new URL(url)
    const kept = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, kept)
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#answer(
      new Request(url, {
        headers: { cookie, 'user-agent': 'Chrome/150 Android' },
        redirect: 'manual',
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
    )
    this.keep(host, response.headers.getSetCookie())
    return response
  }

  /** Keeps cookies as a site set them; an emptied one is forgotten. */
  keep(host: string, lines: readonly string[]): void {
    const kept = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, kept)
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line) || at === pair.length - 1) kept.delete(pair.slice(0, at))
      else kept.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  /** The cookies of a site, as a header. */
  cookiesOf(host: string): string {
    return [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

/** Where a response leads, as a whole address. */
export function leadsTo(response: Response, from: string | URL): URL {
  return new URL(response.headers.get('location') ?? '', from)
}
