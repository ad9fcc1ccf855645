import { sql } from 'kysely'
import type { WorkerDoor } from '../../server/database/doors.js'

export interface HealthFacts {
  sources: { id: string; state: string; reason: string | null; last_success: Date | null; demonstration: boolean }[]
  parked: { source_id: string; n: number }[]
  organisations: number
  needs: number
  lastMatch: Date | null
  mail: { state: string; n: number; oldest: Date | null }[]
  exhausted: { name: string; error: string | null; at: Date | null }[]
  unplaced: number
}

/** What the doctor looks at, each part in the role that may see it. */
export async function healthFacts(door: WorkerDoor): Promise<HealthFacts> {
  const ingest = await door.withSystem('wellmet_ingest', async tx => ({
    sources: (
      await sql<
        HealthFacts['sources'][number]
      >`select id, state, state_reason as reason, last_success_at as last_success, demonstration from source order by id`.execute(
        tx,
      )
    ).rows,
    parked: (
      await sql<{
        source_id: string
        n: number
      }>`select source_id, count(*)::int as n from parked_record where state = 'parked' group by 1 order by 1`.execute(
        tx,
      )
    ).rows,
    counts: (
      await sql<{
        organisations: number
        needs: number
        unplaced: number
      }>`select (select count(*)::int from organisation) as organisations,
        (select count(*)::int from need where state in ('open', 'in_challenge', 'in_procurement')) as needs,
        (select count(*)::int from organisation where locality_code is null) as unplaced`.execute(tx)
    ).rows[0]!,
  }))
  const lastMatch = await door.withSystem('wellmet_match', tx =>
    sql<{ at: Date | null }>`select max(finished_at) as at from match_run`.execute(tx),
  )
  const mail = await door.withSystem('wellmet_mail', tx =>
    sql<HealthFacts['mail'][number]>`select state, count(*)::int as n, min(created_at) as oldest from outbox_message
      where state in ('queued', 'held', 'failed', 'unknown') group by 1 order by 1`.execute(tx),
  )
  const exhausted = await door.withSystem('wellmet_jobs', tx =>
    sql<
      HealthFacts['exhausted'][number]
    >`select distinct on (name) name, error, finished_at as at from job_run where state = 'exhausted'
      and finished_at > clock_timestamp() - interval '7 days' order by name, finished_at desc`.execute(tx),
  )
  return {
    ...ingest.counts,
    sources: ingest.sources,
    parked: ingest.parked,
    lastMatch: lastMatch.rows[0]?.at ?? null,
    mail: mail.rows,
    exhausted: exhausted.rows,
  }
}
