import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { isRefusedStill } from '../matches/chances.read-model.js'
import { codesOf, isCurrent, isReachable, type PlaceToday, placeOf, today } from '../needs/current-needs.read-model.js'

/** A match that waits for an answer, or was answered this week. */
export interface QueueMatchRow {
  match_id: string
  kind: 'match' | 'second_chance'
  label: 'strong' | 'possible' | 'weak'
  score: number
  need_title: string
  /** Last day to answer, YYYY-MM-DD in London. */
  due: string | null
  /** Name of the organisation, or title of the idea. */
  name: string
  tier: string | null
  reasons: string[]
  /** For second chances: false when a reason is not known, so that the owner is asked before anything is offered. */
  eligible: boolean
  feedback_id: string | null
  verdict: string | null
  /** Set when answered: whether that was today, by the real clock. */
  answered_today: boolean | null
}

/** An organisation of which the register said something since it was matched or written to. */
export interface QueueCheckRow {
  organisation_id: string
  name: string
  status: string
  status_text: string | null
  source_name: string
  source_date: string
  moved_on: string | null
  moved_from: string | null
  moved_to: string | null
  changed_on: string | null
  matches: number
}

export interface QueueRows {
  place: PlaceToday
  matches: QueueMatchRow[]
  checks: QueueCheckRow[]
  /** Matches that somebody set to later within the last seven days. */
  postponed: number
}

/** How long a register event stays worth a check. */
const CHECK_DAYS = 90

@Injectable()
export class QueueReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** What waits for the reader's hub in a place: one organisation per need (the best that nobody answered for), one need per idea. */
  async find(actor: Actor, placeCode: string): Promise<QueueRows> {
    return this.door.withActor(actor, async tx => {
      const place = await placeOf(tx, placeCode)
      const matches = await waitingMatches(tx, placeCode)
      const checks = await checksBeforeWriting(tx, placeCode)
      const later = await sql<{
        n: number
      }>`select count(distinct (f.need_id, f.organisation_id, f.idea_id))::int as n from match_feedback f
        where f.hub_id = (select actor_hub()) and f.undone_at is null and f.verdict = 'later' and f.at > clock_timestamp() - interval '7 days'`.execute(
        tx,
      )
      return { place, matches, checks, postponed: later.rows[0]?.n ?? 0 }
    })
  }

  /** The place alone, for readers who have no queue. */
  async place(actor: Actor, placeCode: string): Promise<PlaceToday> {
    return this.door.withActor(actor, tx => placeOf(tx, placeCode))
  }
}

/** Needs of the place with anybody, and needs elsewhere with strong organisations of the place. */
const candidates = (place: string): RawBuilder<unknown> => sql`
  select m.id, m.need_id, m.organisation_id, m.idea_id, m.label, m.score, m.second_chance, n.title as need_title, n.closes_at
  from need n join match m on m.need_id = n.id
  where ${isCurrent} and n.locality_code = any ${codesOf(place)} and m.label <> 'weak'
    and (m.idea_id is null or not ${isRefusedStill})
  union all
  select m.id, m.need_id, m.organisation_id, m.idea_id, m.label, m.score, m.second_chance, n.title, n.closes_at
  from organisation lo join match m on m.organisation_id = lo.id join need n on n.id = m.need_id
  where lo.locality_code = any ${codesOf(place)} and m.label = 'strong' and ${isCurrent}
    and coalesce(n.locality_code <> all ${codesOf(place)}, true)`

async function waitingMatches(tx: Tx, place: string): Promise<QueueMatchRow[]> {
  const found = await sql<QueueMatchRow>`
    with candidate as materialized (${candidates(place)}),
    said as materialized (select distinct on (mf.need_id, mf.organisation_id, mf.idea_id) mf.id, mf.need_id, coalesce(mf.organisation_id, mf.idea_id) as candidate_id,
        mf.verdict, mf.at from match_feedback mf where mf.undone_at is null and mf.hub_id = (select actor_hub())
      order by mf.need_id, mf.organisation_id, mf.idea_id, mf.at desc, mf.id),
    asked as materialized (select x.id, x.need_id, coalesce(x.organisation_id, x.idea_id) as candidate_id, x.created_at from introduction x
      where x.hub_id = (select actor_hub()) and x.state not in ('withdrawn', 'expired')),
    answer as (
      select c.*, f.id as feedback_id, f.verdict, coalesce(f.at, x.created_at) as answered_at,
        (f.id is not null and (f.verdict <> 'later' or f.at > clock_timestamp() - interval '7 days')) or x.id is not null as answered
      from candidate c
      left join said f on f.need_id = c.need_id and f.candidate_id = coalesce(c.organisation_id, c.idea_id)
      left join asked x on x.need_id = c.need_id and x.candidate_id = coalesce(c.organisation_id, c.idea_id)),
    placed as (
      select a.*, coalesce(o.name, i.title) as name, k.tier, row_number() over (partition by a.answered, coalesce(a.idea_id, a.need_id)
          order by case a.label when 'strong' then 0 else 1 end, a.score desc, a.id) as place_in_line
      from answer a
      left join organisation o on o.id = a.organisation_id
      left join idea i on i.id = a.idea_id
      left join consent k on k.idea_id = i.id and k.revoked_at is null
      left join organisation io on io.id = i.organisation_id
      where (o.id is null or ${isReachable('o')}) and (a.idea_id is null or (i.id is not null and ${isReachable('io')})))
    select p.id as match_id, case when p.idea_id is null then 'match' else 'second_chance' end as kind, p.label, p.score::float8 as score, p.need_title,
      (p.closes_at at time zone 'Europe/London')::date::text as due, p.name, p.tier,
      array(select r->>'code' from jsonb_array_elements(coalesce(p.second_chance->'reasons', '[]')) r) as reasons,
      coalesce((p.second_chance->>'eligible')::boolean, false) as eligible,
      case when p.answered then p.feedback_id end as feedback_id, case when p.answered then coalesce(p.verdict, 'asked') end as verdict,
      case when p.answered then (p.answered_at at time zone 'Europe/London')::date = (clock_timestamp() at time zone 'Europe/London')::date end as answered_today
    from placed p
    where (not p.answered and p.place_in_line = 1) or (p.answered and p.answered_at >= date_trunc('week', clock_timestamp(), 'Europe/London'))
    order by p.closes_at nulls last, eligible desc, case p.label when 'strong' then 0 else 1 end, p.score desc, p.id`.execute(
    tx,
  )
  return found.rows
}

async function checksBeforeWriting(tx: Tx, place: string): Promise<QueueCheckRow[]> {
  const found = await sql<QueueCheckRow>`
    with suspect as materialized (
      select s.id from organisation s where s.status in ('strike_off_proposed', 'insolvent', 'left_register')
      union select e.organisation_id from registry_event e where e.kind = 'moved' and coalesce(e.happened_on, e.observed_at::date) > ${today} - ${CHECK_DAYS}::int),
    held as (
      select m.organisation_id, 1 as matches from suspect u join match m on m.organisation_id = u.id join need n on n.id = m.need_id
      where ${isCurrent} and n.locality_code = any ${codesOf(place)} and m.label <> 'weak'
      union all
      select f.organisation_id, 0 from match_feedback f join suspect u on u.id = f.organisation_id where f.hub_id = (select actor_hub())
        and f.undone_at is null and f.verdict in ('fit', 'contacted')
      union all
      select x.organisation_id, 0 from introduction x join suspect u on u.id = x.organisation_id where x.hub_id = (select actor_hub())
        and x.state in ('proposed', 'checked', 'asked_owner', 'asked_buyer', 'made', 'talking')),
    counted as (select h.organisation_id, sum(h.matches)::int as matches from held h group by 1)
    select o.id as organisation_id, o.name, o.status, o.status_text, s.name as source_name, o.pulled_at::date::text as source_date,
      mv.on_day as moved_on, mv.before as moved_from, mv.after as moved_to, st.on_day as changed_on, c.matches
    from counted c join organisation o on o.id = c.organisation_id join source s on s.id = o.source_id
    left join lateral (${lastEvent('moved')}) mv on true
    left join lateral (${lastEvent('status')}) st on true
    where o.status in ('strike_off_proposed', 'insolvent', 'left_register') or mv.on_day is not null
    order by case o.status when 'left_register' then 0 when 'insolvent' then 1 when 'strike_off_proposed' then 2 else 3 end, o.name, o.id
    limit 50`.execute(tx)
  return found.rows
}

const lastEvent = (kind: 'moved' | 'status'): RawBuilder<unknown> => sql`
  select coalesce(e.happened_on, e.observed_at::date)::text as on_day, e.before, e.after from registry_event e
  where e.organisation_id = o.id and ${kind === 'moved' ? sql`e.kind = 'moved'` : sql`e.kind in ('status_changed', 'left_register')`}
    and coalesce(e.happened_on, e.observed_at::date) > ${today} - ${CHECK_DAYS}::int
  order by 1 desc, e.id limit 1`
