import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** A consented meeting of idea owner and need owner. The owner is asked first; silence is never yes. */
export interface IntroductionTable {
  id: Generated<string>
  need_id: string
  organisation_id: string | null
  idea_id: string | null
  hub_id: string
  account_id: string | null
  state: Generated<
    | 'proposed'
    | 'checked'
    | 'asked_owner'
    | 'asked_buyer'
    | 'made'
    | 'talking'
    | 'result'
    | 'declined_owner'
    | 'declined_buyer'
    | 'expired'
    | 'withdrawn'
  >
  created_at: Generated<Timestamp>
}

export type IntroductionRow = Selectable<IntroductionTable>
export type NewIntroduction = Insertable<IntroductionTable>
