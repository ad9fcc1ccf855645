/** A programme as a list names it. */
export interface ProgrammeRecord {
  ref: string
  name: string
  operator: string | null
  rules: string | null
}

export const CHALLENGE_STATES = [
  'scoping',
  'market_consultation',
  'open_call',
  'assessment',
  'design',
  'prototype',
  'pilot',
  'follow_on',
  'closed',
  'cancelled',
] as const
export type ChallengeState = (typeof CHALLENGE_STATES)[number]

/** One published problem. Moments are ISO in UTC, days YYYY-MM-DD, money in pounds. */
export interface ChallengeRecord {
  kind: 'challenge'
  ref: string
  programme: ProgrammeRecord
  title: string
  titleKey: string
  problem: string | null
  sponsors: string[]
  topics: string[]
  opensOn: string | null
  closesAt: string | null
  closesOn: string | null
  valueTotal: number | null
  valueFrom: number | null
  valueTo: number | null
  phase: string | null
  eligibility: string | null
  localityCode: string | null
  address: string | null
  /** Null where the list gives no state: then the dates tell it. */
  state: ChallengeState | null
}

export const OUTCOMES = [
  'draft',
  'submitted',
  'in_assessment',
  'shortlisted',
  'funded',
  'ineligible',
  'sifted_out',
  'not_adopted',
  'withdrawn',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const REASON_CODES = [
  'portfolio',
  'budget',
  'scope',
  'readiness',
  'evidence',
  'capacity',
  'eligibility',
  'duplicate',
  'unknown',
] as const

export interface ReasonRecord {
  code: (typeof REASON_CODES)[number]
  quote: string | null
  gaps: string[]
  details: Record<string, unknown>
}

/** The owner's answer to "may others see it": null where nobody asked or answered. */
export interface ConsentRecord {
  given: boolean
  tier: 'title' | 'teaser' | 'full' | 'named_reader'
  wording: string
  on: string
}

/** One version of an idea sent to one challenge, and how it ended, as a hub keeps it. */
export interface SubmissionRecord {
  kind: 'submission'
  /** Where it stands in the file, for a submission that cannot be stored. */
  position: string
  ref: string
  challengeRef: string
  organisation: { name: string; number: string | null; postcode: string | null }
  idea: {
    ref: string
    title: string
    teaser: string | null
    body: string | null
    statedOn: string | null
    price: number | null
    priceFirstPhase: number | null
    maturity: number | null
    maturityStatedOn: string | null
    size: string | null
    needsPartner: boolean | null
    evidence: { statement: string; on: string; closes: string | null } | null
    /** What its owner says became of it. */
    afterwards: 'introduced' | 'piloting' | 'adopted' | 'paused' | 'closed' | null
  }
  submittedOn: string | null
  outcome: Outcome
  stageReached: string | null
  decidedOn: string | null
  score: number | null
  reasons: ReasonRecord[]
  consent: ConsentRecord | null
}

export type ChallengesRecord = ChallengeRecord | SubmissionRecord

/** The same call stands in several lists: words and numbers of the title, in lower case, without punctuation. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
