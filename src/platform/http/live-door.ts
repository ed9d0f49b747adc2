import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Context, DomainEvent } from '../context.ts'
import type { LiveHub } from '../live.server.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { Doorway } from './api-door.ts'
import { failure } from './api-door.ts'

const heartbeatMilliseconds = 25_000
const longestTopic = 100
/** An officer with this permission hears of every agency. */
const hearsEverything = 'intake-reports'

/**
 * Live pages listen here by server-sent events: `/live?topic=report:TN-…` for one thing, open to anyone who knows its
 * code, or `/live?topic=desk` for an officer's agency. What is sent are names and codes; the page then asks for the rest.
 */
export function liveDoor(hub: LiveHub, doorway: Doorway): Hono {
  const app = new Hono()
  app.get('/live', async (http) => {
    const context = await doorway.contextOf(http.req.raw)
    const topic = (http.req.query('topic') ?? '').slice(0, longestTopic)
    const heard = hearing(topic, context)
    if (heard === null) return failure(refusePlatform('not-permitted'), context, doorway)
    return streamSSE(http, async (stream) => {
      const left = Promise.withResolvers<void>()
      const stop = hub.listen((event) => {
        if (event.kind === 'live-closing') left.resolve()
        else if (event.kind === 'live-resumed' || heard(event))
          void stream.writeSSE({ event: 'change', data: told(event) })
      })
      stream.onAbort(() => left.resolve())
      if (stop === null) return
      await stream.writeSSE({ event: 'ready', data: '{}' })
      const beat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), heartbeatMilliseconds)
      await left.promise
      clearInterval(beat)
      stop()
    })
  })
  return app
}

/** Which events a topic means for this person; null when they may not listen to it. */
function hearing(topic: string, context: Context<unknown>): ((event: DomainEvent) => boolean) | null {
  const { actor } = context
  if (topic === 'desk') {
    if (actor.kind !== 'officer') return null
    if (actor.permissions.has(hearsEverything)) return () => true
    return (event) => field(event, 'agency') === actor.agency
  }
  const [kind, code] = topic.split(':')
  // What happens at the desk is told by no other name.
  if (!kind || !code || kind === 'desk') return null
  return (event) => event.kind.startsWith(`${kind}-`) && field(event, 'code') === code
}

function field(event: DomainEvent, name: string): unknown {
  return (event as unknown as Record<string, unknown>)[name]
}

function told(event: DomainEvent): string {
  return JSON.stringify({ kind: event.kind, code: field(event, 'code') ?? null })
}
