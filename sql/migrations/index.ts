import type { Migration } from 'kysely'
import * as placesAndHubs from './2026-11-25T08-00-places-and-hubs.js'
import * as sources from './2026-11-25T08-01-sources.js'
import * as organisations from './2026-11-25T08-02-organisations.js'
import * as demand from './2026-11-25T08-03-demand.js'
import * as challenges from './2026-11-25T08-04-challenges.js'
import * as matchingAndStrategy from './2026-11-25T08-05-matching-and-strategy.js'
import * as alertsAndJobs from './2026-11-25T08-06-alerts-and-jobs.js'
import * as policies from './2026-11-25T08-07-policies.js'
import * as alertDoors from './2026-11-25T08-08-alert-doors.js'

/** Every migration by its file name, in the order in which they are applied. A merged one is never edited. */
export const migrations: Record<string, Migration> = {
  '2026-11-25T08-00-places-and-hubs': placesAndHubs,
  '2026-11-25T08-01-sources': sources,
  '2026-11-25T08-02-organisations': organisations,
  '2026-11-25T08-03-demand': demand,
  '2026-11-25T08-04-challenges': challenges,
  '2026-11-25T08-05-matching-and-strategy': matchingAndStrategy,
  '2026-11-25T08-06-alerts-and-jobs': alertsAndJobs,
  '2026-11-25T08-07-policies': policies,
  '2026-11-25T08-08-alert-doors': alertDoors,
}
