import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { isEligible } from '../matches/chances.read-model.js'
import { codesOf, isCurrent, isStale, type PlaceToday, placeOf, today } from '../needs/current-needs.read-model.js'

/** Current needs of one place. The own place comes first, then its neighbours by name. */
export interface PlaceNeeds {
  code: string
  name: string
  own: boolean
  current: number
  stale: number
  /** Opened within thirty days. */
  opened: number
  consulted: number
  assessed: number
  /** Assessed, with fewer than three organisations in reach. */
  few: number
  none: number
}

export interface Bucket {
  key: string
  n: number
}

export interface ChangeRow {
  on: string
  kind: 'event' | 'opened' | 'pull'
  /** Title of the need, origin of the needs, or name of the source. */
  name: string
  n: number
  need_id: string | null
  event: { kind: string; before: string | null; after: string | null } | null
  changed: number
}

export interface OverviewRows {
  place: PlaceToday
  /** Day of the last successful pull of any source, or today. */
  dataOf: string
  needs: PlaceNeeds[]
  supply: Bucket[]
  closing: Bucket[]
  reachMiles: number
  run: string | null
  chances: { ideas: number; onlyBalance: number; publicCount: number }
  changes: ChangeRow[]
  sources: { all: number; well: number; unwell: { name: string; state: string }[] }
}

@Injectable()
export class OverviewReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** What the reader may know of a place's needs, supply, second chances and latest changes. */
  async find(actor: Actor, code: string): Promise<OverviewRows> {
    return this.door.withActor(actor, async tx => {
      const place = await placeOf(tx, code)
      const run = await sql<{ at: string | null; reach: number | null; data_of: string | null }>`select
          (select max((r.finished_at at time zone 'Europe/London')::date)::text from match_run r) as at,
          (select max(s.reach_miles) from need_supply s) as reach,
          (select max((s.last_success_at at time zone 'Europe/London')::date)::text from source s) as data_of`.execute(
        tx,
      )
      return {
        place,
        dataOf: run.rows[0]?.data_of ?? place.today,
        needs: await needsByPlace(tx, code),
        supply: await supplyBuckets(tx, code),
        closing: await closingBuckets(tx, code),
        reachMiles: run.rows[0]?.reach ?? 40,
        run: run.rows[0]?.at ?? null,
        chances: await chancesOf(tx, code),
        changes: await changesOf(tx, code),
        sources: await sourcesOf(tx),
      }
    })
  }

  /** The numbers of the rail that need no queue: current needs, second chances, sources that are not well. */
  async counts(actor: Actor, code: string): Promise<{ needs: number; chances: number; unwell: number }> {
    return this.door.withActor(actor, async tx => {
      await placeOf(tx, code)
      const found = await sql<{ needs: number; unwell: number }>`select
          (select count(*)::int from need n where ${isCurrent} and n.locality_code = any ${codesOf(code)}) as needs,
          (select count(*)::int from source s where s.state <> 'ok') as unwell`.execute(tx)
      const { ideas } = await chancesOf(tx, code)
      return { needs: found.rows[0]?.needs ?? 0, chances: ideas, unwell: found.rows[0]?.unwell ?? 0 }
    })
  }
}

async function needsByPlace(tx: Tx, code: string): Promise<PlaceNeeds[]> {
  const found = await sql<PlaceNeeds>`
    with recursive asked as (select ${code}::text as root union select nb.neighbour_code from locality_neighbour nb where nb.locality_code = ${code}),
    inside as (select a.root, a.root as code from asked a union select i.root, l.code from locality l join inside i on l.parent_code = i.code)
    select p.code, p.name, p.code = ${code} as own, count(*) filter (where x.current)::int as current, count(*) filter (where x.stale)::int as stale,
      count(*) filter (where x.current and x.opened_on > ${today} - 30)::int as opened,
      count(*) filter (where x.current and x.opened_on > ${today} - 30 and x.origin = 'consulted')::int as consulted,
      count(*) filter (where x.current and x.assessed)::int as assessed,
      count(*) filter (where x.current and x.assessed and x.in_reach < 3)::int as few,
      count(*) filter (where x.current and x.assessed and x.in_reach = 0)::int as none
    from asked a join locality p on p.code = a.root
    left join lateral (select ${isCurrent} as current, ${isStale} as stale, n.opened_on, n.origin, s.assessed, s.in_reach
      from inside i join need n on n.locality_code = i.code left join need_supply s on s.need_id = n.id where i.root = a.root) x on true
    group by p.code, p.name order by own desc, p.name, p.code`.execute(tx)
  return found.rows
}

async function supplyBuckets(tx: Tx, code: string): Promise<Bucket[]> {
  const found =
    await sql<Bucket>`select case when s.assessed is not true then 'not_assessed' when s.in_reach <= 2 then s.in_reach::text
      when s.in_reach <= 5 then '3_to_5' else '6_or_more' end as key, count(*)::int as n
    from need n left join need_supply s on s.need_id = n.id where ${isCurrent} and n.locality_code = any ${codesOf(code)} group by 1`.execute(
      tx,
    )
  return found.rows
}

async function closingBuckets(tx: Tx, code: string): Promise<Bucket[]> {
  const found =
    await sql<Bucket>`select case when left_days is null then 'no_date' when left_days <= 7 then 'week' when left_days <= 14 then 'fortnight'
      when left_days <= 31 then 'month' else 'later' end as key, count(*)::int as n
    from (select (n.closes_at at time zone 'Europe/London')::date - ${today} as left_days from need n
      where ${isCurrent} and n.locality_code = any ${codesOf(code)}) closing group by 1`.execute(tx)
  return found.rows
}

/** Ideas by the matches that the reader may see; the public count for everybody. */
async function chancesOf(tx: Tx, code: string): Promise<OverviewRows['chances']> {
  const found = await sql<OverviewRows['chances']>`select count(distinct m.idea_id)::int as ideas,
      count(distinct m.idea_id) filter (where m.second_chance->'reasons'->0->>'code' = 'portfolio'
        and jsonb_array_length(m.second_chance->'reasons') = 1)::int as "onlyBalance",
      (select coalesce(sum(s.second_chances), 0)::int from need n join need_supply s on s.need_id = n.id
        where ${isCurrent} and n.locality_code = any ${codesOf(code)}) as "publicCount"
    from need n join match m on m.need_id = n.id join idea i on i.id = m.idea_id left join organisation o on o.id = i.organisation_id
    where ${isCurrent} and n.locality_code = any ${codesOf(code)} and m.label <> 'weak' and ${isEligible}
      and coalesce(o.status, 'unknown') not in ('insolvent', 'left_register')`.execute(tx)
  return found.rows[0] ?? { ideas: 0, onlyBalance: 0, publicCount: 0 }
}

/** The five latest changes of the last two weeks: moved deadlines and states, new needs, pulls that brought something. */
async function changesOf(tx: Tx, code: string): Promise<ChangeRow[]> {
  const found = await sql<ChangeRow>`
    select * from (
      select (v.at at time zone 'Europe/London')::date::text as "on", 'event' as kind, n.title as name, 1 as n, n.id as need_id,
        jsonb_build_object('kind', v.kind, 'before', v.before, 'after', v.after) as event, 0 as changed, v.at as sort_at
      from need_event v join need n on n.id = v.need_id
      where n.locality_code = any ${codesOf(code)} and v.kind in ('deadline', 'state', 'money') and v.before is not null and v.at > wellmet_now() - interval '14 days'
      union all
      select n.opened_on::text, 'opened', n.origin, count(*)::int, (array_agg(n.id order by n.reference))[1], jsonb_build_object('kind', 'opened', 'before', null,
        'after', (array_agg(n.title order by n.reference))[1]), 0, n.opened_on::timestamptz
      from need n where ${isCurrent} and n.locality_code = any ${codesOf(code)} and n.opened_on between ${today} - 14 and ${today} group by n.opened_on, n.origin
      union all
      select (p.finished_at at time zone 'Europe/London')::date::text, 'pull', s.name, p.new, null, null, p.changed, p.finished_at
      from source s join lateral (select pu.finished_at, pu.new, pu.changed from pull pu where pu.source_id = s.id and pu.state in ('complete', 'thin')
        and pu.new + pu.changed > 0 order by pu.started_at desc limit 1) p on p.finished_at > wellmet_now() - interval '14 days'
    ) change where change.sort_at <= wellmet_now() order by change.sort_at desc, change.kind, change.name limit 5`.execute(
    tx,
  )
  return found.rows
}

async function sourcesOf(tx: Tx): Promise<OverviewRows['sources']> {
  const found = await sql<{
    name: string
    state: string
  }>`select s.name, s.state from source s order by s.name, s.id`.execute(tx)
  const unwell = found.rows.filter(source => source.state !== 'ok')
  return { all: found.rows.length, well: found.rows.length - unwell.length, unwell }
}
