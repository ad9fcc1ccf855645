import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** Something new or changed for one subscription. The natural key keeps the same thing from being news twice. */
export interface AlertItemTable {
  id: Generated<string>
  subscription_id: string
  thing_kind: 'need' | 'idea'
  thing_id: string
  material_version: string
  found_at: Generated<Timestamp>
  content: Json
  rank: number
  outbox_message_id: string | null
}

export type AlertItemRow = Selectable<AlertItemTable>
export type NewAlertItem = Insertable<AlertItemTable>
