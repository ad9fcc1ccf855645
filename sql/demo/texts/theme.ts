/** Places of the demonstration, by a short key. */
export type PlaceKey = 'durham' | 'northumberland' | 'gateshead' | 'sunderland' | 'herefordshire'

/** A need as somebody in a hub wrote it: an outcome that people lack, never a product. */
export interface NeedText {
  title: string
  place: PlaceKey
  /** The part of the place that it is about. */
  where: string
  outcome: string
  measure?: string
  baseline?: string
  text: string
  group: string
  count?: number
  /** Pounds: first phase and whole; null where nobody said. */
  money?: [firstPhase: number | null, total: number | null]
  moneyNote?: string
  maturity?: [from: number, to: number]
  paysFeasibility?: boolean
  smallerLots?: boolean
  existingService?: boolean
  /** 'consulted' needs quote answers of the place's consultation. */
  origin: 'consulted' | 'entered'
  state?: 'draft' | 'submitted' | 'in_procurement' | 'met' | 'closed_unmet'
  /** Words that name a product or a technology: a steward flagged them, nobody removed them. */
  solutionWords?: string[]
}

/** What one resident or body said. */
export interface Voice {
  words: string
  /** Who speaks: person, family member, voluntary group, business, health worker, parish council. */
  who: string
  against?: boolean
}

/** A contract that a council bought: title and what it was for. */
export interface BoughtText {
  title: string
  text: string
}

/**
 * One theme of local life. Statements of organisations are put together from one offer, one way and one proof,
 * so that two organisations of a theme never say the same. {town}, {year}, {n} and {many} are filled in.
 */
export interface Theme {
  key: string
  sic: readonly string[]
  cpv: readonly [code: string, title: string]
  offers: readonly string[]
  ways: readonly string[]
  proofs: readonly string[]
  voices: readonly Voice[]
  wishes: readonly string[]
  needs: readonly NeedText[]
  bought: readonly BoughtText[]
}
