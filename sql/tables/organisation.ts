import type { Generated, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** A body with one or more register identifiers. Values are the register's; corrections annotate, they never overwrite. */
export interface OrganisationTable {
  id: Generated<string>
  name: string
  category: string | null
  status: Generated<'active' | 'strike_off_proposed' | 'insolvent' | 'left_register' | 'unknown'>
  status_text: string | null
  incorporated_on: string | null
  left_register_on: string | null
  address_lines: Generated<string[]>
  post_town: string | null
  county: string | null
  country: string | null
  postcode: string | null
  postcode_as_written: string | null
  locality_code: string | null
  locality_rule: string | null
  accounts_category: string | null
  about: string | null
  source_id: string
  source_ref: string
  pulled_at: Timestamp
  row_hash: Buffer
}

export type OrganisationRow = Selectable<OrganisationTable>
export type NewOrganisation = Insertable<OrganisationTable>
