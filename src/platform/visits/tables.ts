export interface VisitTables {
  visit_salts: { day: string; salt: Uint8Array }
  visitors_seen: { visitor: Uint8Array; seen_at: Temporal.Instant; counted_by: string }
  visit_total: { only_row: boolean; visits: number }
}
