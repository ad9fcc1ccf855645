import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** Bytes as fetched, before parsing. May hold names of contact persons: no page, log, mail or export reads it. */
export interface RawDocumentTable {
  id: Generated<string>
  source_id: string
  pull_id: string
  address: string
  content_type: string | null
  sha256: Buffer
  byte_length: number
  body: Buffer | null
  path: string | null
  fetched_at: Generated<Timestamp>
}

export type RawDocumentRow = Selectable<RawDocumentTable>
export type NewRawDocument = Insertable<RawDocumentTable>
