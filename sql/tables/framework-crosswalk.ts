import type { Insertable, Selectable } from 'kysely'

/** A dated, authored, quoted link between priorities of two frameworks. */
export interface FrameworkCrosswalkTable {
  from_node_id: string
  to_node_id: string
  strength: 'principal' | 'significant' | 'conflicts'
  quote: string
  author: string
  dated: string
}

export type FrameworkCrosswalkRow = Selectable<FrameworkCrosswalkTable>
export type NewFrameworkCrosswalk = Insertable<FrameworkCrosswalkTable>
