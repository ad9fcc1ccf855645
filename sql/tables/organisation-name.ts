import type { Insertable, Selectable } from 'kysely'

/** Names over time. A previous name may lack its date. */
export interface OrganisationNameTable {
  organisation_id: string
  kind: 'registered' | 'previous' | 'trading'
  name: string
  valid_to: string | null
}

export type OrganisationNameRow = Selectable<OrganisationNameTable>
export type NewOrganisationName = Insertable<OrganisationNameTable>
