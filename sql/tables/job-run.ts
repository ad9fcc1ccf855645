import type { GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** One run of one job: a row that a worker claims with a lease. The bucket makes a schedule fire once, however many workers tick. */
export interface JobRunTable {
  id: GeneratedAlways<number>
  name: string
  bucket: Timestamp
  range_from: Timestamp | null
  range_to: Timestamp | null
  arguments: Generated<Json>
  state: Generated<'queued' | 'running' | 'done' | 'exhausted' | 'cancelled'>
  attempt: Generated<number>
  lease_owner: string | null
  lease_until: Timestamp | null
  run_at: Generated<Timestamp>
  progress: Json | null
  result: Json | null
  error: string | null
  created_at: Generated<Timestamp>
  finished_at: Timestamp | null
}

export type JobRunRow = Selectable<JobRunTable>
export type NewJobRun = Insertable<JobRunTable>
