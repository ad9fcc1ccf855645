import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** Addresses that are not mailed: scope all, hub:<id> or subscription:<id>. The hash outlives the erasure of the address. */
export interface SuppressionTable {
  address_hmac: Buffer
  scope: string
  reason: string
  source: string
  created_at: Generated<Timestamp>
}

export type SuppressionRow = Selectable<SuppressionTable>
export type NewSuppression = Insertable<SuppressionTable>
