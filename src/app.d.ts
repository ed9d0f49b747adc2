import type { IncomingMessage } from 'node:http'
import type { AllTables } from '#main/tables.ts'
import type { World } from '#main/world.server.ts'
import type { Context } from '#platform/context.ts'

declare global {
  namespace App {
    interface Locals {
      /** The world as this request's person may touch it. */
      context: Context<AllTables>
      world: World
      /** The address the request came from, for rate limits. */
      address: string
    }
    interface Error {
      message: string
      /** What a citizen can quote, and the log has. */
      code?: string
      /** The refusal's name, where it was one. */
      refusal?: string
    }
    interface Platform {
      req: IncomingMessage & { world?: World }
    }
  }
}
