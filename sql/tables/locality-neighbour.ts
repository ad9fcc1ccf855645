import type { Insertable, Selectable } from 'kysely'

/** Two localities that share a border, both directions stored. */
export interface LocalityNeighbourTable {
  locality_code: string
  neighbour_code: string
}

export type LocalityNeighbourRow = Selectable<LocalityNeighbourTable>
export type NewLocalityNeighbour = Insertable<LocalityNeighbourTable>
