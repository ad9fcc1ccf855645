import type { Generated, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** The owner's yes to a second look, with the tier that others may see. Without a row an idea is listed nowhere. */
export interface ConsentTable {
  id: Generated<string>
  idea_id: string
  tier: 'title' | 'teaser' | 'full' | 'named_reader'
  wording_version: string
  given_at: Timestamp
  revoked_at: Timestamp | null
}

export type ConsentRow = Selectable<ConsentTable>
export type NewConsent = Insertable<ConsentTable>
