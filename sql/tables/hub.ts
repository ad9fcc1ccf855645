import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** An organisation that runs Wellmet for its clients and places: the tenant. */
export interface HubTable {
  id: Generated<string>
  name: string
  kind: 'council' | 'combined_authority'
  parent_hub_id: string | null
  postal_address: string
  demonstration: Generated<boolean>
  created_at: Generated<Timestamp>
}

export type HubRow = Selectable<HubTable>
export type NewHub = Insertable<HubTable>
