/** The tables of the files people sent. */
export interface FilesTables {
  files: FileRow
}

export type FileKind = 'image' | 'video' | 'document'
export type FileAccess = 'public' | 'private'

/** One uploaded file. */
export interface FileRow {
  id: string
  kind: FileKind
  content_type: string
  /** Of the largest version kept. */
  bytes: number
  width: number | null
  height: number | null
  sha256: string
  access: FileAccess
  taken_by: string | null
  upload_key: string | null
  created_at: Temporal.Instant
  /** Null while the bytes are being written or removed. */
  stored_at: Temporal.Instant | null
  owner_kind: string | null
  owner_id: string | null
  attached_at: Temporal.Instant | null
}
