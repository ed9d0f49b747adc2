import { systemActor } from '#platform/actor.ts'
import { copyFile } from '#platform/files/copy-file.ts'
import { takeFile } from '#platform/files/take-file.ts'
import type { Scene } from './draw-photo.ts'
import { drawPhoto } from './draw-photo.ts'
import type { QuietWorld } from './quiet-world.ts'

/** Scenes that are reported most have several pictures; the others one. */
const manyVariants: ReadonlySet<Scene> = new Set(['pothole', 'rubbish', 'dark-lamp', 'loose-wires'])

export interface PoolOrder {
  readonly scene: Scene
  readonly variant: number
  readonly after: boolean
  /** When the citizen or the officer takes the picture. */
  readonly at: Temporal.Instant
}

/** Gives a picture of its own for each report; each is drawn once and copied for the next. */
export class PhotoPool {
  private readonly world: QuietWorld
  private readonly drawn = new Map<string, Promise<string>>()

  constructor(world: QuietWorld) {
    this.world = world
  }

  /** The id of a file that is part of nothing yet. */
  async take(order: PoolOrder): Promise<string> {
    const variant = manyVariants.has(order.scene) && !order.after ? order.variant : 1
    const name = `${order.scene} ${variant} ${order.after}`
    const context = this.world.contextAt(order.at, systemActor)
    const earlier = this.drawn.get(name)
    if (earlier) return copyFile(context, { id: await earlier })
    const first = drawPhoto({ scene: order.scene, seed: variant * 17 + 3, after: order.after }).then(
      (bytes) => takeFile(context, { bytes, purpose: 'photo' }),
    )
    const id = first.then((file) => file.id)
    this.drawn.set(name, id)
    return id
  }
}
