import { createHash } from 'node:crypto'
import type { Actor } from '#platform/actor.ts'
import { mostReceipts } from './receipts.ts'

/** Who follows: a person, or the keys a browser carries. */
export interface Follower {
  readonly personId: string | null
  readonly keyHashes: readonly Buffer[]
}

/** The keys that follow are the receipts of a browser, under another hash than the one of what it filed. */
export function hashFollower(key: string): Buffer {
  return createHash('sha256').update(`follower ${key}`).digest()
}

/** A person follows as a person; without an account a browser follows by what it carries. */
export function followerOf(actor: Actor): Follower {
  return {
    personId: actor.personId,
    keyHashes: actor.receipts.slice(0, mostReceipts).map(hashFollower),
  }
}
