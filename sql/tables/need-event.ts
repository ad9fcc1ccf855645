import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** Each change of state, deadline or money of a need: who, when, why, before, after. */
export interface NeedEventTable {
  id: Generated<string>
  need_id: string
  hub_id: string | null
  kind: string
  before: string | null
  after: string | null
  reason: string | null
  account_id: string | null
  at: Generated<Timestamp>
}

export type NeedEventRow = Selectable<NeedEventTable>
export type NewNeedEvent = Insertable<NeedEventTable>
