import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Numeric, Timestamp } from './column-types.js'

/** Which organisation a mention means, why, and who said so. Deleting the row undoes the join. */
export interface MentionLinkTable {
  mention_id: string
  organisation_id: string
  score: Numeric
  evidence: Json
  decided_by: 'identifier' | 'rule' | 'steward'
  decided_at: Generated<Timestamp>
}

export type MentionLinkRow = Selectable<MentionLinkTable>
export type NewMentionLink = Insertable<MentionLinkTable>
