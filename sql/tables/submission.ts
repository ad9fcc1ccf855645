import type { Generated, Insertable, Selectable } from 'kysely'
import type { Numeric, Timestamp } from './column-types.js'

/** One version of an idea sent to one challenge, and how it ended. The end says nothing about quality. */
export interface SubmissionTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  challenge_id: string
  idea_id: string
  hub_id: string | null
  organisation_id: string | null
  mention_id: string | null
  version: Generated<number>
  submitted_on: string | null
  outcome:
    | 'draft'
    | 'submitted'
    | 'in_assessment'
    | 'shortlisted'
    | 'funded'
    | 'ineligible'
    | 'sifted_out'
    | 'not_adopted'
    | 'withdrawn'
  stage_reached: string | null
  decided_on: string | null
  score: Numeric | null
  row_hash: Buffer
  pulled_at: Timestamp
}

export type SubmissionRow = Selectable<SubmissionTable>
export type NewSubmission = Insertable<SubmissionTable>
