import { actions } from './actions.ts'
import { documentManners } from './documents.ts'
import type { Manner } from './house.ts'
import { limits } from './limits.ts'
import { marks } from './marks.ts'
import { migrations } from './migrations.ts'
import { names } from './names.ts'
import { words } from './words.ts'

/** Everything the code says about itself. */
export const manners: readonly Manner[] = [
  ...names,
  ...actions,
  ...words,
  ...limits,
  ...migrations,
  ...documentManners,
  ...marks,
]
