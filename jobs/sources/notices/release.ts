import type { Identifier } from '../../../server/domain/organisations/identifier.js'

// One publication in our own shape: what we keep of an OCDS release, and nothing about contact persons.
// It is stored as JSON, so every member is plain data. Moments are ISO in UTC, days YYYY-MM-DD.

export type NoticeKind =
  | 'engagement'
  | 'pipeline'
  | 'planned'
  | 'tender'
  | 'award'
  | 'contract'
  | 'termination'
  | 'other'

export type Regime = 'new' | 'old' | 'below' | 'unknown'

/** An organisation as the notice wrote it. */
export interface Party {
  name: string | null
  identifiers: Identifier[]
  postcode: string | null
  town: string | null
  region: string | null
}

/** A sum as stated. `amount` is null where the figure means "unknown"; `note` then says what stood there. */
export interface Money {
  amount: number | null
  currency: string | null
  note: string | null
}

/** Where the work is to be done: whatever the notice gave. */
export interface DeliveryPlace {
  postcode: string | null
  /** A NUTS or ITL code. */
  regionCode: string | null
  name: string | null
}

export interface Lot {
  id: string
  title: string | null
  description: string | null
  status: string | null
  value: Money | null
  from: string | null
  to: string | null
}

export interface Award {
  id: string
  title: string | null
  status: string | null
  on: string | null
  value: Money | null
  from: string | null
  to: string | null
  cpv: string[]
  suppliers: Party[]
}

export interface Release {
  ocid: string
  id: string
  tags: string[]
  publishedAt: string
  noticeType: string | null
  kind: NoticeKind
  regime: Regime
  title: string | null
  description: string | null
  status: string | null
  method: string | null
  methodDetails: string | null
  category: string | null
  buyer: Party | null
  value: Money | null
  cpv: string[]
  places: DeliveryPlace[]
  lots: Lot[]
  awards: Award[]
  closesAt: string | null
  engagementDueAt: string | null
  futureNoticeAt: string | null
  contractFrom: string | null
  contractTo: string | null
  suitableSme: boolean | null
  suitableVcse: boolean | null
  address: string | null
}
