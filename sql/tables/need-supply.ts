import type { Insertable, Selectable } from 'kysely'

/** Counts per need, without names: what anybody may see of the matches. assessed is false where the text is too short to say. */
export interface NeedSupplyTable {
  need_id: string
  match_run_id: string
  strong: number
  possible: number
  weak: number
  in_reach: number
  reach_miles: number
  second_chances: number
  assessed: boolean
  note: string | null
}

export type NeedSupplyRow = Selectable<NeedSupplyTable>
export type NewNeedSupply = Insertable<NeedSupplyTable>
