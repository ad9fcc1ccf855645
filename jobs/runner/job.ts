import type { Config } from '../../server/config/config.js'
import type { WorkerDoor } from '../../server/database/doors.js'
import type { Secrets } from '../../server/database/secrets.js'

/** What every job may use. Times come from the database, never from here. */
export interface JobTools {
  door: WorkerDoor
  config: Config
  secrets: Secrets
}

/** One run as the handler sees it. */
export interface JobContext extends JobTools {
  /** Half-open range of time that this run answers for; null for runs that were asked for by hand. */
  range: { from: Date; to: Date } | null
  arguments: Record<string, unknown>
  /** Renews the lease and tells how far the work is. False: the run is no longer ours, stop at once. */
  progress(state: Record<string, unknown>): Promise<boolean>
}

/** A piece of work by name. Running it twice changes nothing. */
export interface Job {
  name: string
  /** How long a run may be silent before another worker takes it over. */
  leaseSeconds: number
  maxAttempts: number
  run(context: JobContext): Promise<Record<string, unknown>>
}

/** Fails for good: trying again would fail in the same way. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
}

/** The jobs by name. Two with one name stop the start. */
export function jobTable(jobs: Job[]): Map<string, Job> {
  const table = new Map<string, Job>()
  for (const job of jobs) {
    if (table.has(job.name)) throw new Error(`Two jobs are called ${job.name}`)
    table.set(job.name, job)
  }
  return table
}
