import type { GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { Timestamp } from './column-types.js'

/** Who agreed to what wording, when and how. Append-only; unknown counts as an individual. */
export interface SubscriptionConsentTable {
  id: GeneratedAlways<number>
  subscription_id: string
  subscriber_kind: 'company' | 'individual' | 'unknown'
  lawful_basis: string
  wording_version: string
  consent_at: Timestamp
  confirmed_at: Timestamp | null
  how: string
  source: string
}

export type SubscriptionConsentRow = Selectable<SubscriptionConsentTable>
export type NewSubscriptionConsent = Insertable<SubscriptionConsentTable>
