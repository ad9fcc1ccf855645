import type { Generated, Insertable, Selectable } from 'kysely'
import type { Json, Numeric } from './column-types.js'

/** A need and one candidate: rank, label, quoted evidence of both sides, what counts against, what is unknown. The score is a sort key for exports, never shown. */
export interface MatchTable {
  id: Generated<string>
  match_run_id: string
  need_id: string
  hub_id: string | null
  organisation_id: string | null
  idea_id: string | null
  owner_organisation_id: string | null
  rank: number
  score: Numeric
  label: 'strong' | 'possible' | 'weak'
  parts: Json
  evidence: Json
  against: Generated<string[]>
  unknowns: Generated<string[]>
  would_change: string | null
  distance_miles: Numeric | null
  second_chance: Json | null
}

export type MatchRow = Selectable<MatchTable>
export type NewMatch = Insertable<MatchTable>
