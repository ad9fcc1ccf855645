import type { Insertable, Selectable } from 'kysely'

/** An effective-dated area with a code (GSS). Old areas stay: history keeps its names. */
export interface LocalityTable {
  code: string
  name: string
  kind: string
  parent_code: string | null
  valid_from: string | null
  valid_to: string | null
}

export type LocalityRow = Selectable<LocalityTable>
export type NewLocality = Insertable<LocalityTable>
