import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json } from './column-types.js'

/** A recorded reason why a submission was not adopted; several may hold. */
export interface NonAdoptionTable {
  id: Generated<string>
  submission_id: string
  hub_id: string | null
  organisation_id: string | null
  code:
    | 'portfolio'
    | 'budget'
    | 'scope'
    | 'readiness'
    | 'evidence'
    | 'capacity'
    | 'eligibility'
    | 'duplicate'
    | 'unknown'
  quote: string | null
  gap_items: Generated<string[]>
  details: Generated<Json>
}

export type NonAdoptionRow = Selectable<NonAdoptionTable>
export type NewNonAdoption = Insertable<NonAdoptionTable>
