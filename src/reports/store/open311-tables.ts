/** The tables of Open311: who may file, what came that way, and what partners say. */
export interface Open311Tables {
  open311_keys: Open311KeyRow
  open311_filings: Open311FilingRow
  open311_updates: Open311UpdateRow
}

export interface Open311KeyRow {
  id: string
  name: string
  shown: string
  key_hash: Buffer
  issued_by: string | null
  issued_at: Temporal.Instant
  revoked_by: string | null
  revoked_at: Temporal.Instant | null
}

export interface Open311FilingRow {
  report_id: string
  key_id: string
  token: string
  account_id: string | null
  device_id: string | null
  receipt: Buffer
  filed_at: Temporal.Instant
}

export interface Open311UpdateRow {
  id: string
  report_id: string
  key_id: string
  outside_id: string
  status: string
  text: string | null
  received_at: Temporal.Instant
}
