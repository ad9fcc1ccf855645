import type { Insertable, Selectable } from 'kysely'

/** What the body told the register it does (SIC 2007; a few rows still SIC 2003). */
export interface OrganisationActivityTable {
  organisation_id: string
  scheme: string
  code: string
  title: string
  position: number
}

export type OrganisationActivityRow = Selectable<OrganisationActivityTable>
export type NewOrganisationActivity = Insertable<OrganisationActivityTable>
