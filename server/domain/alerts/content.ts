import type { Change, Material } from './material.js'

export type Label = 'strong' | 'possible' | 'weak'
export type Tier = 'title' | 'teaser' | 'full' | 'named_reader'

/** Somebody's words, and which phrases of them met: half-open ranges of characters. */
export interface Voice {
  /** Who says it: "The need", "Your contract won, September 2025". */
  speaker: string
  /** Null where there are no words to quote: then the speaker's sentence stands by itself. */
  quote: string | null
  marks: [start: number, end: number][]
}

/** What a recorded reason said then, and why it does not hold for this need. */
export interface FormerReason {
  code: string
  quote: string | null
  why: string
}

/** One thing found for one subscription, as it stood when it was found: kept as JSON with the item. */
export interface AlertContent {
  needId: string
  needTitle: string
  /** Set for second chances. */
  idea: {
    id: string
    title: string
    /** The reader owns it. */
    own: boolean
    decidedOn: string | null
    /** "£84,000". */
    price: string | null
    tier: Tier
    reasons: FormerReason[]
  } | null
  /** Whose match it is; null where the alert watches needs as such. */
  organisationId: string | null
  label: Label | null
  place: string | null
  buyer: string | null
  stage: { words: string; notAnOpportunity: string | null }
  material: Material
  voices: Voice[]
  against: string | null
  unknown: string | null
  changes: Change[]
}

/** The order in which items stand in a mail: strong first, and in each label by their place among what was found together. */
export const rankOf = (label: Label | null, position: number): number =>
  (label === 'strong' ? 0 : label === 'weak' ? 2 : 1) * 1_000_000 + Math.min(position, 999_999)
