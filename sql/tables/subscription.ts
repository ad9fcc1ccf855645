import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** One person's confirmed wish to receive an alert. The address is encrypted; its keyed hash finds it again. */
export interface SubscriptionTable {
  id: Generated<string>
  account_id: string | null
  hub_id: string | null
  organisation_id: string | null
  address_hash: Buffer
  address_enc: Buffer
  name: string
  query: Json
  cadence: 'direct' | 'daily' | 'weekly' | 'monthly'
  zone: Generated<string>
  window_start: Generated<string>
  ceiling: Generated<number>
  state: Generated<'pending' | 'active' | 'paused' | 'unsubscribed' | 'stopped' | 'suspended'>
  confirm_token_hash: Buffer | null
  unsubscribe_token_hashes: Generated<Buffer[]>
  created_at: Generated<Timestamp>
  confirmed_at: Timestamp | null
  ended_at: Timestamp | null
  paused_until: Timestamp | null
  demonstration: Generated<boolean>
}

export type SubscriptionRow = Selectable<SubscriptionTable>
export type NewSubscription = Insertable<SubscriptionTable>
