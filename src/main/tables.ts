import type { FilesTables } from '#platform/files/tables.ts'
import type { PeopleTables } from '#people/store/tables.ts'
import type { PlacesTables } from '#places/store/tables.ts'
import type { WebhookTables } from '#platform/webhooks/tables.ts'
import type { VisitTables } from '#platform/visits/tables.ts'
import type { NoticesTables } from '#notices/store/tables.ts'
import type { ReportsTables } from '#reports/store/tables.ts'
import type { DemoTables } from './seed/demo-progress.server.ts'

/** Every table of the house, for the places that know everyone. */
export interface AllTables
  extends
    FilesTables,
    VisitTables,
    WebhookTables,
    PeopleTables,
    PlacesTables,
    PeopleTables,
    ReportsTables,
    NoticesTables,
    DemoTables {}
