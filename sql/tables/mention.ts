import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** An organisation as a source wrote it. A name alone never makes an organisation. */
export interface MentionTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  role: 'buyer' | 'supplier' | 'submitter'
  name: string | null
  identifiers: Generated<Json>
  postcode: string | null
  town: string | null
  region: string | null
  pulled_at: Timestamp
}

export type MentionRow = Selectable<MentionTable>
export type NewMention = Insertable<MentionTable>
