import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** What a person said of a match. Only posted answers count; undoing sets a time, nothing is deleted. */
export interface MatchFeedbackTable {
  id: Generated<string>
  need_id: string
  organisation_id: string | null
  idea_id: string | null
  hub_id: string | null
  account_id: string | null
  subscription_id: string | null
  verdict: 'fit' | 'not_fit' | 'later' | 'contacted'
  reason: string | null
  at: Generated<Timestamp>
  undone_at: Timestamp | null
}

export type MatchFeedbackRow = Selectable<MatchFeedbackTable>
export type NewMatchFeedback = Insertable<MatchFeedbackTable>
