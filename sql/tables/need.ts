import type { GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { Generated, Json, Numeric, Timestamp } from './column-types.js'

/** An outcome somebody lacks, in a place, described without a solution. Harvested needs quote the sentence they come from and have no owner. */
export interface NeedTable {
  id: Generated<string>
  reference: Generated<string>
  hub_id: string | null
  origin: 'consulted' | 'entered' | 'harvested'
  state: 'draft' | 'submitted' | 'open' | 'in_challenge' | 'in_procurement' | 'met' | 'closed_unmet' | 'withdrawn'
  title: string
  description: string
  outcome: string | null
  outcome_measure: string | null
  baseline: string | null
  affected_group: string | null
  affected_count: number | null
  locality_code: string | null
  place_text: string | null
  owner_text: string | null
  stage_text: string | null
  money_first_phase: Numeric | null
  money_total: Numeric | null
  money_currency: Generated<string>
  money_note: string | null
  opened_on: string | null
  closes_at: Timestamp | null
  maturity_from: number | null
  maturity_to: number | null
  pays_feasibility: boolean | null
  smaller_lots: boolean | null
  existing_service: boolean | null
  eligibility: Json | null
  shared_with_hubs: Generated<boolean>
  confirmed_on: string | null
  notice_id: string | null
  challenge_id: string | null
  quote: Json | null
  solution_language: Generated<Json>
  cpv: Generated<string[]>
  source_id: string | null
  source_ref: string | null
  pulled_at: Timestamp | null
  row_hash: Buffer | null
  text_version: GeneratedAlways<number>
  created_at: Generated<Timestamp>
}

export type NeedRow = Selectable<NeedTable>
export type NewNeed = Insertable<NeedTable>
