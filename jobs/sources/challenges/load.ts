import type { Tx } from '../../../server/database/doors.js'
import type { LoadContext, LoadCounts } from '../source.js'
import { writeChallenges } from './challenge.store.js'
import type { ChallengesRecord } from './record.js'
import { writeSubmissions } from './submission.store.js'

/** Writes a batch: challenges first, then submissions to them. Counts are records of either kind. */
export async function load(tx: Tx, records: ChallengesRecord[], context: LoadContext): Promise<LoadCounts> {
  const challenges = records.filter(record => record.kind === 'challenge')
  const submissions = records.filter(record => record.kind === 'submission')
  const one = await writeChallenges(tx, challenges, context)
  const two = await writeSubmissions(tx, submissions, context)
  return {
    new: one.new + two.new,
    changed: one.changed + two.changed,
    unchanged: one.unchanged + two.unchanged,
    gone: 0,
    details: { ...one.details, ...(submissions.length > 0 ? two.details : {}) },
  }
}
