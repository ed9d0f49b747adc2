import { z } from 'zod'
import { findReportInput, listPublicReportsInput, listQueueInput } from './inputs.ts'

/** What a list can be saved as. */
export const exportFormats = ['csv', 'xlsx', 'geojson'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A sheet is made in memory before it is sent, so it has an end; CSV and GeoJSON have none. */
export const mostSheetRows = 20_000

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
}

const file = {
  format: z.enum(exportFormats).meta({
    description: `xlsx holds at most ${mostSheetRows} rows; csv and geojson are complete however long the list is`,
  }),
  language: z
    .enum(['vi', 'en'])
    .optional()
    .meta({ description: 'Of headings and names; Accept-Language counts where it is not said' }),
}

export const exportReportsInput = z.strictObject({
  ...listPublicReportsInput.omit({ limit: true, cursor: true }).shape,
  ...file,
})
export const exportQueueInput = z.strictObject({
  ...listQueueInput.omit({ limit: true, cursor: true }).shape,
  ...file,
})
export const printReportInput = z.strictObject({ ...findReportInput.shape, language: file.language })
