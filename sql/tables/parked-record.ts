import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** A record that could not be read: why, and where it stood. The fingerprint keeps a second pull from parking it twice. */
export interface ParkedRecordTable {
  id: Generated<string>
  source_id: string
  pull_id: string
  position: string
  reason: string
  excerpt: string
  fingerprint: Buffer
  state: Generated<'parked' | 'mended' | 'discarded'>
  parked_at: Generated<Timestamp>
}

export type ParkedRecordRow = Selectable<ParkedRecordTable>
export type NewParkedRecord = Insertable<ParkedRecordTable>
