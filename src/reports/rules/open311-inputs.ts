import { z } from 'zod'
import { pageInput, pageOf } from '#platform/pure/page.ts'

const name = z
  .string()
  .max(160)
  .overwrite((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .min(2)
  .max(80)

export const listOpen311KeysInput = z.strictObject({ ...pageInput })
export const issueOpen311KeyInput = z.strictObject({
  name: name.meta({ description: 'Whose key it is: the partner, and what it is for' }),
})
export const revokeOpen311KeyInput = z.strictObject({ id: z.uuid() })

const when = z.string().meta({ description: 'ISO 8601 with offset', example: '2026-11-23T14:05:00+07:00' })

export const open311KeyView = z.object({
  id: z.string(),
  name: z.string(),
  shown: z.string().meta({ description: 'The first letters of the key' }),
  issuedAt: when,
  revokedAt: when.nullable(),
  filed: z.number().int().meta({ description: 'Reports that came with it' }),
  lastFiledAt: when.nullable(),
})
export type Open311KeyView = z.output<typeof open311KeyView>
export const open311KeysView = pageOf(open311KeyView)
export const issuedOpen311Key = z.object({
  id: z.string(),
  key: z.string().meta({ description: 'Told this once; only its hash is kept' }),
})
export type IssuedOpen311Key = z.output<typeof issuedOpen311Key>
export const revokedOpen311Key = z.object({ id: z.string() })
