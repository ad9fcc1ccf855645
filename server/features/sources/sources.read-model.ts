import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import type { SourceState } from '../../domain/sources/health.js'

export interface SourceFound {
  id: string
  name: string
  publisher: string
  licence: string
  attribution: string
  schedule: string
  demonstration: boolean
  state: SourceState
  state_reason: string | null
  /** Seconds. */
  expected_every: number | null
  last_success_at: Date | null
  last_try_at: Date | null
  next_run_at: Date | null
  rows: number
  parked: number
  /** The last twelve pulls, oldest first. */
  pulls: { at: string; read: number; state: string }[]
  /** Rows read by the last complete pulls that can be compared (files of a person differ by nature), oldest first. */
  complete: number[]
}

export interface MailFound {
  counts: { state: string; n: number }[]
  recent: { id: string; at: Date; kind: string; subject: string; state: string }[]
}

const RECENT_MAILS = 12

/** Health of the sources, parked records and mails. The board is public; reasons and records are the stewards'. */
@Injectable()
export class SourcesReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Every source that has been tried, with its pulls. `now` is the present moment of the pages. */
  async board(actor: Actor): Promise<{
    now: Date
    sources: SourceFound[]
    parked: { source: string; reason: string; n: number }[]
    mail: MailFound
  }> {
    return this.door.withActor(actor, async tx => {
      const { rows: sources } = await sql<SourceFound>`
        select s.id, s.name, s.publisher, s.licence, s.attribution, s.schedule, s.demonstration, s.state, s.state_reason,
          extract(epoch from s.expected_every)::float8 as expected_every, s.last_success_at, s.last_try_at, s.next_run_at,
          coalesce((select sum(p.new - p.gone) from pull p where p.source_id = s.id), 0)::int as rows,
          coalesce(k.n, 0)::int as parked,
          coalesce((select jsonb_agg(jsonb_build_object('at', p.started_at, 'read', p.read, 'state', p.state) order by p.started_at)
            from (select started_at, read, state from pull where source_id = s.id and state <> 'running'
              order by started_at desc limit 12) p), '[]') as pulls,
          coalesce((select jsonb_agg(p.read order by p.started_at)
            from (select started_at, read from pull where source_id = s.id and state = 'complete'
              and (cause <> 'file' or mark_after is distinct from mark_before)
              order by started_at desc limit 8) p), '[]') as complete
        from source s left join parked_counts() k on k.source_id = s.id order by s.name, s.id`.execute(tx)
      const { rows: parked } = await sql<{ source: string; reason: string; n: number }>`
        select p.source_id as source, p.reason, count(*)::int as n from parked_record p where p.state = 'parked'
        group by 1, 2 order by n desc, 1, 2 limit 50`.execute(tx)
      const { rows: counts } = await sql<{
        state: string
        n: number
      }>`select state, n::int as n from mail_counts()`.execute(tx)
      const { rows: recent } = await sql<MailFound['recent'][number]>`
        select id, at, kind, subject, state from recent_mail(${RECENT_MAILS})`.execute(tx)
      const { rows: clock } = await sql<{ now: Date }>`select wellmet_now() as now`.execute(tx)
      return { now: clock[0]?.now ?? new Date(0), sources, parked, mail: { counts, recent } }
    })
  }

  /** Whether there is such a source, and its parked records as far as the reader may see them, newest first. */
  async parked(
    actor: Actor,
    source: string,
    limit: number,
  ): Promise<{
    exists: boolean
    total: number
    items: { id: string; position: string; reason: string; parked_at: Date }[]
  }> {
    return this.door.withActor(actor, async tx => {
      const found = await tx.selectFrom('source').select('id').where('id', '=', source).executeTakeFirst()
      const all = await sql<{ n: number }>`select n::int as n from parked_counts() where source_id = ${source}`.execute(
        tx,
      )
      const items = await tx
        .selectFrom('parked_record')
        .select(['id', 'position', 'reason', 'parked_at'])
        .where('source_id', '=', source)
        .where('state', '=', 'parked')
        .orderBy('parked_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return { exists: found !== undefined, total: all.rows[0]?.n ?? 0, items }
    })
  }
}
