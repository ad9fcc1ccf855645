import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { type MatchRow, matchRows } from '../matches/matches.read-model.js'
import { isStale } from './current-needs.read-model.js'
import type { SupplyRow } from './needs.read-model.js'

export interface NeedMatchesRows {
  hub_id: string | null
  hub_name: string | null
  stale: boolean
  supply: SupplyRow | null
  run: { at: string; engine: string } | null
  matches: MatchRow[]
  /** Organisations that matched and have since left: in insolvency, or off their register. */
  gone: { reason: string; n: number }[]
}

@Injectable()
export class NeedMatchesReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The matches of one need as far as the reader may see them, with the counts that everybody may; null without such a need. */
  async find(actor: Actor, needId: string): Promise<NeedMatchesRows | null> {
    return this.door.withActor(actor, async tx => {
      const found = await sql<Omit<NeedMatchesRows, 'matches' | 'gone'>>`select n.hub_id, h.name as hub_name,
          ${isStale} as stale,
          case when s.need_id is null then null else to_jsonb(s) end as supply,
          case when r.id is null then null else jsonb_build_object('at', coalesce(r.finished_at, r.started_at), 'engine', r.engine_version) end as run
        from need n left join hub h on h.id = n.hub_id left join need_supply s on s.need_id = n.id left join match_run r on r.id = s.match_run_id
        where n.id = ${needId}`.execute(tx)
      const need = found.rows[0]
      if (!need) return null
      const matches = await matchRows(tx, { where: sql`m.need_id = ${needId}` })
      const gone = await sql<{
        reason: string
        n: number
      }>`select case o.status when 'insolvent' then 'in insolvency' else 'no longer on the register' end as reason,
          count(*)::int as n
        from match m join organisation o on o.id = m.organisation_id
        where m.need_id = ${needId} and o.status in ('insolvent', 'left_register') group by 1 order by 1`.execute(tx)
      return { ...need, matches, gone: gone.rows }
    })
  }
}
