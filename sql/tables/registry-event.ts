import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** A change that a pull of the register showed. */
export interface RegistryEventTable {
  id: Generated<string>
  organisation_id: string
  kind: 'incorporated' | 'status_changed' | 'renamed' | 'moved' | 'left_register'
  happened_on: string | null
  pull_id: string | null
  before: string | null
  after: string | null
  observed_at: Generated<Timestamp>
}

export type RegistryEventRow = Selectable<RegistryEventTable>
export type NewRegistryEvent = Insertable<RegistryEventTable>
