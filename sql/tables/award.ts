import type { Generated, Insertable, Selectable } from 'kysely'
import type { Numeric } from './column-types.js'

/** A decision to buy. Its publisher's id is not unique, so source_ref carries the position too. */
export interface AwardTable {
  id: Generated<string>
  notice_id: string
  source_ref: string
  title: string | null
  status: string | null
  awarded_on: string | null
  value_amount: Numeric | null
  value_currency: string | null
  value_note: string | null
  contract_from: string | null
  contract_to: string | null
  cpv: Generated<string[]>
}

export type AwardRow = Selectable<AwardTable>
export type NewAward = Insertable<AwardTable>
