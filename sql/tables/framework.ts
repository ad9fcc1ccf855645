import type { Generated, Insertable, Selectable } from 'kysely'

/** A strategy document with dated priorities. Adding one needs rows, no code. */
export interface FrameworkTable {
  id: Generated<string>
  key: string
  name: string
  owner: string
  level: 'national' | 'regional' | 'local'
  locality_code: string | null
  valid_from: string
  valid_to: string | null
  source_address: string
  licence: string
  status: string
  demonstration: Generated<boolean>
}

export type FrameworkRow = Selectable<FrameworkTable>
export type NewFramework = Insertable<FrameworkTable>
