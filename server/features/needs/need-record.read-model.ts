import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { type NeedRow, needColumns, needTables } from './needs.read-model.js'

export interface NeedRecordRow extends NeedRow {
  hub_id: string | null
  hub_name: string | null
  description: string
  outcome: string | null
  outcome_measure: string | null
  baseline: string | null
  affected_group: string | null
  affected_count: number | null
  stage: string | null
  cpv: string[]
  quote: unknown
  solution_language: unknown
  challenge_id: string | null
  source_id: string | null
  source_name: string | null
  source_reference: string | null
  source_address: string | null
  pulled_at: Date | null
  notice_warnings: string[] | null
  today: string
}

export interface VoiceRow {
  quote: string
  who: string
  public_id: string | null
  said_on: string | null
  stance: 'supports' | 'opposes'
  total: number
  opposing: number
}

export interface PriorityRow {
  node_id: string
  framework: string
  title: string
  grade: string
  basis: string
  state: string
  quotes: unknown
}

export interface NeedEventRow {
  at: Date
  kind: string
  before: string | null
  after: string | null
  reason: string | null
}

export interface NeedRecord {
  need: NeedRecordRow
  voices: VoiceRow[]
  priorities: PriorityRow[]
  events: NeedEventRow[]
}

/** How many voices a page carries; the counts are of all of them. */
const VOICES = 50

@Injectable()
export class NeedRecordReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Everything that the reader may see of one need, or null. */
  async find(actor: Actor, id: string): Promise<NeedRecord | null> {
    return this.door.withActor(actor, async tx => {
      const found =
        await sql<NeedRecordRow>`select ${needColumns}, n.hub_id, h.name as hub_name, n.description, n.outcome, n.outcome_measure, n.baseline,
          n.affected_group, n.affected_count, n.stage_text as stage, n.cpv, n.quote, n.solution_language, n.challenge_id, n.source_id, src.name as source_name,
          coalesce(no.ocid, n.source_ref) as source_reference, coalesce(no.address, ch.address, src.address) as source_address, n.pulled_at,
          no.warnings as notice_warnings, (wellmet_now() at time zone 'Europe/London')::date::text as today
        from ${needTables} left join notice no on no.id = n.notice_id left join challenge ch on ch.id = n.challenge_id
        where n.id = ${id}`.execute(tx)
      const need = found.rows[0]
      if (!need) return null
      const voices =
        await sql<VoiceRow>`select e.quote, coalesce(e.respondent_kind, 'Respondent') as who, e.public_id, e.said_on, e.stance,
          count(*) over ()::int as total, count(*) filter (where e.stance = 'opposes') over ()::int as opposing
        from need_evidence e where e.need_id = ${id}
        order by row_number() over (partition by e.stance order by e.said_on desc nulls last, e.id), e.stance desc limit ${VOICES}`.execute(
          tx,
        )
      const priorities =
        await sql<PriorityRow>`select a.node_id, f.name as framework, k.title, a.grade, a.basis, a.state, a.quotes
        from alignment_link a join framework_node k on k.id = a.node_id join framework f on f.id = k.framework_id
        where a.item_kind = 'need' and a.item_id = ${id} and a.superseded_by is null and a.state <> 'removed'
          and (f.valid_to is null or f.valid_to > (wellmet_now() at time zone 'Europe/London')::date)
        order by case f.level when 'local' then 0 when 'regional' then 1 else 2 end, case a.grade when 'principal' then 0 when 'significant' then 1 else 2 end,
          k.position, a.id`.execute(tx)
      const events = await sql<NeedEventRow>`select v.at, v.kind, v.before, v.after, v.reason from need_event v
        where v.need_id = ${id} order by v.at desc, v.id limit 50`.execute(tx)
      return { need, voices: voices.rows, priorities: priorities.rows, events: events.rows }
    })
  }
}
