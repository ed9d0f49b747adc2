import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { DomainEvent } from './context.ts'
import { liveChannel } from './live-teller.server.ts'

type Listener = (event: DomainEvent) => void

const reconnectMilliseconds = 1000
const mostListeners = 10_000

/**
 * Hears the events of all processes through LISTEN/NOTIFY on one connection and hands them to the live pages of this
 * one. When the connection is lost it comes back by itself; a page then asks again for what it shows.
 */
export class LiveHub {
  readonly #url: string
  readonly #log: Logger
  readonly #listeners = new Set<Listener>()
  #client: pg.Client | null = null
  #closed = false
  #reopening = false

  constructor(url: string, log: Logger) {
    this.#url = url
    this.#log = log
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'c-thainguyen live' })
    client.on('error', () => void (this.#client === client && this.#reopen()))
    client.on('notification', (message) => this.#tell(message.payload ?? ''))
    await client.connect()
    await client.query(`listen ${liveChannel}`)
    this.#client = client
  }

  /** Hears every event until the returned function is called. Gives null when too many listen already. */
  listen(listener: Listener): (() => void) | null {
    if (this.#listeners.size >= mostListeners) return null
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get size(): number {
    return this.#listeners.size
  }

  /** Tells the live pages to leave, so that the server can close. */
  dismiss(): void {
    this.#tell(JSON.stringify({ kind: 'live-closing' }))
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#listeners.clear()
    await this.#client?.end().catch(() => undefined)
  }

  #tell(payload: string): void {
    const event = JSON.parse(payload) as DomainEvent
    for (const listener of this.#listeners) listener(event)
  }

  async #reopen(): Promise<void> {
    if (this.#reopening) return
    this.#reopening = true
    this.#client = null
    while (!this.#closed && this.#client === null) {
      await wait(reconnectMilliseconds)
      await this.open().catch((error: unknown) => this.#log.warn({ err: error }, 'live events not heard'))
    }
    this.#reopening = false
    if (!this.#closed) this.#tell(JSON.stringify({ kind: 'live-resumed' }))
  }
}
