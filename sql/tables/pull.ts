import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** One run of taking from a source: window, marks, counts, state. */
export interface PullTable {
  id: Generated<string>
  source_id: string
  cause: 'file' | 'schedule' | 'person'
  file_name: string | null
  window_from: Timestamp | null
  window_to: Timestamp | null
  mark_before: string | null
  mark_after: string | null
  state: Generated<'running' | 'complete' | 'thin' | 'failed' | 'skipped-same-version'>
  reason: string | null
  read: Generated<number>
  new: Generated<number>
  changed: Generated<number>
  unchanged: Generated<number>
  gone: Generated<number>
  parked: Generated<number>
  bytes: Generated<number>
  requests: Generated<number>
  started_at: Generated<Timestamp>
  finished_at: Timestamp | null
}

export type PullRow = Selectable<PullTable>
export type NewPull = Insertable<PullTable>
