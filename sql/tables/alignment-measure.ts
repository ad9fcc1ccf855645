import type { Insertable, Selectable } from 'kysely'
import type { Generated, Numeric, Timestamp } from './column-types.js'

/** Counts per priority and place, without items: what anybody may see of the links. */
export interface AlignmentMeasureTable {
  node_id: string
  locality_code: string
  item_kind: string
  items: number
  confirmed: number
  suggested: number
  value: Numeric | null
  valued_items: Generated<number>
  computed_at: Generated<Timestamp>
}

export type AlignmentMeasureRow = Selectable<AlignmentMeasureTable>
export type NewAlignmentMeasure = Insertable<AlignmentMeasureTable>
