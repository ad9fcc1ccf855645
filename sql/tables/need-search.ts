import type { Insertable, Selectable } from 'kysely'

/** Published needs only, for search: under row-level security the planner will not use a text index, so the projection is public by itself. */
export interface NeedSearchTable {
  need_id: string
  locality_code: string | null
  state: string
  words: string
  title: string
}

export type NeedSearchRow = Selectable<NeedSearchTable>
export type NewNeedSearch = Insertable<NeedSearchTable>
