import type { Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** A register's number for the body (org-id scheme and number), as text: GB-COH is padded to eight. */
export interface OrganisationIdentifierTable {
  scheme: string
  identifier: string
  organisation_id: string
  source_id: string
  source_ref: string
  pulled_at: Timestamp
}

export type OrganisationIdentifierRow = Selectable<OrganisationIdentifierTable>
export type NewOrganisationIdentifier = Insertable<OrganisationIdentifierTable>
