import type { FeatureCollection } from 'geojson'
import type { z } from 'zod'
import type { Context } from './context.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One row of the API: the contract, who may use it, and the action it leads to. */
export interface EndpointRow {
  readonly method: Method
  /** Under /api/v1, with parameters in braces: `/reports/{code}`. */
  readonly path: string
  readonly summary: string
  /** 'anyone', 'signed-in' or a permission. */
  readonly who: string
  /** Path, query and body in one strict object. */
  readonly input: z.ZodObject
  readonly output: z.ZodType
  readonly status: number
  /** Largest body in bytes. */
  readonly bodyLimit: number
  /** How the body of a write comes: JSON, or a multipart form with files in it. */
  readonly takes: 'json' | 'form'
  /** A question whose input is too long for an address: asked by POST, it keeps nothing and needs no key. */
  readonly keepsNothing: boolean
  /** Draws the answer as GeoJSON for clients that ask for it. */
  readonly geo: ((output: never) => FeatureCollection) | null
  /** Content types of the file this row answers with (see sent-file.ts); null for JSON. */
  readonly sends: readonly string[] | null
  run(context: Context<unknown>, input: never): Promise<unknown>
}

/** Joins contract to action. Writes are idempotent by `Idempotency-Key`; unknown fields are refused. */
export function endpoint<Tables, Input extends z.ZodObject, Output extends z.ZodType>(row: {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly who: string
  readonly input: Input
  readonly output: Output
  readonly status?: number
  readonly bodyLimit?: number
  readonly takes?: 'json' | 'form'
  readonly keepsNothing?: boolean
  readonly geo?: (output: z.output<Output>) => FeatureCollection
  readonly sends?: readonly string[]
  readonly run: (context: Context<Tables>, input: z.output<Input>) => Promise<z.output<Output>>
}): EndpointRow {
  return {
    ...row,
    status: row.status ?? 200,
    bodyLimit: row.bodyLimit ?? 64 * 1024,
    takes: row.takes ?? 'json',
    keepsNothing: row.keepsNothing ?? false,
    geo: row.geo ?? null,
    sends: row.sends ?? null,
    run: row.run as EndpointRow['run'],
  }
}
