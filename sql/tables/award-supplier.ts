import type { Insertable, Selectable } from 'kysely'

/** Who was awarded, as written; mention_link says which organisation that is. */
export interface AwardSupplierTable {
  award_id: string
  mention_id: string
}

export type AwardSupplierRow = Selectable<AwardSupplierTable>
export type NewAwardSupplier = Insertable<AwardSupplierTable>
