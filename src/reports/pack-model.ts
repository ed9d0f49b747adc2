import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { CategoryModel } from './rules/category-model.ts'

const packed = z.strictObject({
  categories: z.array(z.string()),
  features: z.array(z.string()),
  rarities: z.array(z.number()),
  scale: z.number(),
  weights: z.string(),
  sharpness: z.number(),
  unseenRarity: z.number(),
})

/** Steps of a weight that is kept in one byte. */
const steps = 127

/** A model as it is kept: each weight in one byte, everything zipped; some 60 kB. */
export function packModel(model: CategoryModel): Buffer {
  const scale = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / steps || 1
  const bytes = Int8Array.from(model.weights, (weight) => Math.round(weight / scale))
  const features = [...model.features]
  const whole: z.output<typeof packed> = {
    categories: [...model.categories],
    features: features.map(([feature]) => feature),
    rarities: features.map(([, { rarity }]) => Math.round(rarity * 1000) / 1000),
    scale,
    weights: Buffer.from(bytes.buffer).toString('base64'),
    sharpness: model.sharpness,
    unseenRarity: model.unseenRarity,
  }
  return gzipSync(JSON.stringify(whole))
}

export function unpackModel(kept: Uint8Array): CategoryModel {
  const whole = packed.parse(JSON.parse(gunzipSync(kept).toString('utf8')))
  const bytes = Buffer.from(whole.weights, 'base64')
  const weights = Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length))
  return {
    categories: whole.categories,
    features: new Map(
      whole.features.map((feature, at) => [feature, { at, rarity: whole.rarities[at] ?? 0 }]),
    ),
    weights: weights.map((step) => step * whole.scale),
    sharpness: whole.sharpness,
    unseenRarity: whole.unseenRarity,
  }
}
