import type { Generated, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** An asking. Answers belong to the hub that asked and are private to it. */
export interface ConsultationTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  hub_id: string | null
  title: string
  overview: string | null
  department: string | null
  locality_code: string | null
  opens_on: string | null
  closes_on: string | null
  state: 'draft' | 'open' | 'closed' | 'reported'
  address: string | null
  pulled_at: Timestamp
}

export type ConsultationRow = Selectable<ConsultationTable>
export type NewConsultation = Insertable<ConsultationTable>
