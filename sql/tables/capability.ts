import type { Generated, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** What an organisation can do, in own words, each line with its basis and date. */
export interface CapabilityTable {
  id: Generated<string>
  organisation_id: string
  statement: string
  basis: 'stated' | 'contract' | 'idea'
  evidence_date: string | null
  source_id: string
  source_ref: string
  pulled_at: Timestamp
}

export type CapabilityRow = Selectable<CapabilityTable>
export type NewCapability = Insertable<CapabilityTable>
