import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** Every mail that we decided to send, before it leaves. A digest is its outbox message: the idempotency key is kind, subscription and period. */
export interface OutboxMessageTable {
  id: Generated<string>
  subscription_id: string | null
  kind: 'digest' | 'direct' | 'confirmation' | 'note'
  period_key: string
  idempotency_key: string
  frozen_at: Generated<Timestamp>
  item_count: number
  subject: string
  body_text: string
  body_html: string
  headers: Generated<Json>
  address_hash: Buffer
  address_enc: Buffer
  receiving_domain: string
  message_id: string
  body_hash: Buffer
  state: Generated<
    | 'queued'
    | 'handing_over'
    | 'accepted'
    | 'delivered'
    | 'bounced'
    | 'complained'
    | 'suppressed'
    | 'held'
    | 'expired'
    | 'failed'
    | 'unknown'
  >
  state_reason: string | null
  attempts: Generated<number>
  run_at: Generated<Timestamp>
  lease_owner: string | null
  lease_until: Timestamp | null
  last_code: string | null
  accepted_at: Timestamp | null
  created_at: Generated<Timestamp>
}

export type OutboxMessageRow = Selectable<OutboxMessageTable>
export type NewOutboxMessage = Insertable<OutboxMessageTable>
