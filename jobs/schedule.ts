import { alertJobs } from './alerts/jobs.js'
import { alignJob } from './alignment/align.js'
import { matchJob } from './matching/match.js'
import type { Job } from './runner/job.js'
import { pull } from './sources/pull.js'
import { connectors } from './sources/registry.js'

/** One line a schedule: how often a period ends, and how many missed ones are caught up. */
export interface Schedule {
  name: string
  every: string
  catchUp: number
}

/** Everything that happens by itself, on one screen. Mail leaves every ten seconds besides: the outbox decides what is due. */
export const schedules: Schedule[] = [
  { name: 'match', every: '1 hour', catchUp: 1 },
  { name: 'align', every: '1 hour', catchUp: 1 },
  { name: 'alerts', every: '5 minutes', catchUp: 1 },
  { name: 'pull find-a-tender', every: '2 hours', catchUp: 1 },
  { name: 'pull contracts-finder', every: '3 hours', catchUp: 1 },
  { name: 'pull challenges', every: '1 day', catchUp: 1 },
  { name: 'pull companies-house', every: '1 day', catchUp: 1 },
]

/** What each name does. */
export const jobs: Job[] = [
  matchJob,
  alignJob,
  ...alertJobs,
  ...connectors
    .filter(connector => connector.fetch)
    .map(
      ({ id: sourceId }): Job => ({
        name: `pull ${sourceId}`,
        leaseSeconds: 900,
        maxAttempts: 5,
        run: async ({ door }) => ({ ...(await pull(door, { sourceId, cause: 'schedule' })) }),
      }),
    ),
]
