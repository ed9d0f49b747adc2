import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { FileStore } from './files/file-store.ts'
import type { JobQueue, JobOptions } from './jobs/job-queue.ts'
import type { LiveTeller } from './live-teller.server.ts'
import type { Language } from './pure/language.ts'
import { refusePlatform } from './pure/platform-refusals.ts'
import type { RateLimits } from './rate-limit/rate-limits.server.ts'
import type { Settings } from './settings.ts'
import type { SmsGateway } from './sms/sms-gateway.ts'

export type { Language } from './pure/language.ts'

/** The parts of the world outside the database that an action may reach. */
export interface Outside {
  readonly jobs: JobQueue
  readonly files: FileStore
  readonly sms: SmsGateway
  readonly limits: RateLimits
  readonly live: LiveTeller
  readonly log: Logger
  readonly settings: Settings
  readonly reactions: readonly Reaction[]
  readonly words: Words
}

/** The words of refusals, of wrong fields and of files, in the reader's language. */
export interface Words {
  refusal(code: string, language: Language, details: object): string
  field(issue: z.core.$ZodIssue, language: Language): string
  /** The words of a message without placeholders, for files that leave the house. */
  text(key: string, language: Language): string
}

/** The world an action may touch: the tables it names, who acts, the clock, and what lies outside. */
export interface Context<Tables> {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly now: () => Temporal.Instant
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly language: Language
  readonly requestId: string
  readonly outside: Outside
}

/** Something that happened, told to whoever reacts. `kind` names it; the rest is plain JSON. */
export interface DomainEvent {
  readonly kind: string
}

/** A line of main/reactions.ts, ready to run. */
export interface Reaction {
  readonly on: string
  run(context: Context<unknown>, event: DomainEvent): Promise<void>
}

/** What each open transaction will tell live pages when it has committed. */
const toldLater = new WeakMap<object, DomainEvent[]>()

/** Runs the work in one transaction, joining the one already open. */
export async function inTransaction<Tables, Result>(
  context: Context<Tables>,
  work: (context: Context<Tables>) => Promise<Result>,
): Promise<Result> {
  if (context.db.isTransaction) return work(context)
  const events: DomainEvent[] = []
  const result = await context.db.transaction().execute((db) => {
    toldLater.set(db, events)
    return work({ ...context, db })
  })
  context.outside.live.tell(events)
  return result
}

/**
 * Tells an event to all who react to it, inside the transaction of its cause, and to live pages once it has committed.
 * A live page gets the names and codes of the event, never its texts.
 */
export async function announce<Tables>(context: Context<Tables>, event: DomainEvent): Promise<void> {
  for (const reaction of context.outside.reactions) {
    if (reaction.on === event.kind) await reaction.run(context as Context<unknown>, event)
  }
  const later = toldLater.get(context.db)
  if (later) later.push(event)
  else context.outside.live.tell([event])
}

/** Records a job in the transaction of its cause; it runs after the commit. */
export async function enqueue<Tables>(
  context: Context<Tables>,
  name: string,
  work: { readonly data: object; readonly options?: JobOptions },
): Promise<void> {
  await context.outside.jobs.enqueue(context.db as unknown as Kysely<unknown>, name, work)
}

/**
 * The first beat of every action: who may do this. `anyone` needs nothing, `signed-in` a person,
 * anything else the permission of that name. Refuses with sign-in-first or not-permitted.
 */
export function allow(context: Pick<Context<unknown>, 'actor'>, permission: string): void {
  const { actor } = context
  if (permission === 'anyone' || actor.kind === 'system') return
  if (permission === 'signed-in' ? actor.personId !== null : actor.permissions.has(permission)) return
  throw refusePlatform(actor.personId === null ? 'sign-in-first' : 'not-permitted')
}
