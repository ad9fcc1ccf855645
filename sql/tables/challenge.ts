import type { Generated, Insertable, Selectable } from 'kysely'
import type { Numeric, Timestamp } from './column-types.js'

/** One published problem with money, dates and criteria. */
export interface ChallengeTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  programme_id: string | null
  hub_id: string | null
  title: string
  title_key: string
  problem: string | null
  sponsors: Generated<string[]>
  topics: Generated<string[]>
  opens_on: string | null
  closes_at: Timestamp | null
  closes_on: string | null
  value_total: Numeric | null
  value_from: Numeric | null
  value_to: Numeric | null
  phase: string | null
  eligibility: string | null
  locality_code: string | null
  address: string | null
  state:
    | 'scoping'
    | 'market_consultation'
    | 'open_call'
    | 'assessment'
    | 'design'
    | 'prototype'
    | 'pilot'
    | 'follow_on'
    | 'closed'
    | 'cancelled'
  row_hash: Buffer
  pulled_at: Timestamp
}

export type ChallengeRow = Selectable<ChallengeTable>
export type NewChallenge = Insertable<ChallengeTable>
