import type { GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** Hand-overs, replies and callbacks of a mail, append-only. */
export interface DeliveryEventTable {
  id: GeneratedAlways<number>
  outbox_message_id: string | null
  at: Generated<Timestamp>
  kind: string
  code: string | null
  provider_ref: string | null
  signature_ok: boolean | null
  payload_hash: Buffer | null
  processed_at: Timestamp | null
}

export type DeliveryEventRow = Selectable<DeliveryEventTable>
export type NewDeliveryEvent = Insertable<DeliveryEventTable>
