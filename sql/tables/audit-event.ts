import type { GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** Who did what, when, with which right. Written in the transaction of the deed; nobody may change or delete a row. */
export interface AuditEventTable {
  id: GeneratedAlways<number>
  at: Generated<Timestamp>
  account_id: string | null
  hub_id: string | null
  action: string
  subject_kind: string
  subject_id: string
  detail: Generated<Json>
}

export type AuditEventRow = Selectable<AuditEventTable>
export type NewAuditEvent = Insertable<AuditEventTable>
