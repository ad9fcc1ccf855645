import type { Generated, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** A publisher's feed or file. The demonstration has sources of its own, so that counts never mix. */
export interface SourceTable {
  id: string
  name: string
  publisher: string
  licence: string
  attribution: string
  address: string | null
  schedule: string
  expected_every: string | null
  demonstration: Generated<boolean>
  state: Generated<'ok' | 'late' | 'thin' | 'failing' | 'stopped'>
  state_reason: string | null
  mark: string | null
  last_try_at: Timestamp | null
  last_success_at: Timestamp | null
  next_run_at: Timestamp | null
}

export type SourceRow = Selectable<SourceTable>
export type NewSource = Insertable<SourceTable>
