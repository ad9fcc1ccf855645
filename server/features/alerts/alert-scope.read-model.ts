import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/doors.js'
import { codesOf, isCurrent, isOpen, isReachable, today } from '../needs/current-needs.read-model.js'
import type { AlertQuery } from './alerts.schemas.js'

// What an alert finds, said once: the back-test before subscribing and the job that finds what is new ask the same query.

/** An alert as somebody watches it: the search, and in whose name the reader sees. */
export interface Watch {
  query: AlertQuery
  /** The hub whose staff the reader belongs to, or null. */
  hubId: string | null
  /** The reader's own organisation, or null. */
  organisationId: string | null
}

/** One thing that an alert finds. jsonb is parsed, numbers are numbers, dates are local to London. */
export interface Hit {
  need_id: string
  title: string
  place: string | null
  buyer: string | null
  state: string
  stage_text: string | null
  notice_kind: string | null
  notice_type: string | null
  money_first_phase: number | null
  money_total: number | null
  money_currency: string
  money_note: string | null
  deadline: string | null
  /** A passage of the need; words that the alert asks for stand between STX and ETX. */
  passage: string
  organisation_id: string | null
  label: 'strong' | 'possible' | 'weak' | null
  rank: number
  evidence:
    | {
        kind: string
        need: { source: string; text: string; marks: { start: number; end: number }[] }
        candidate: { source: string; text: string; marks: { start: number; end: number }[] }
      }[]
    | null
  against: string[]
  unknowns: string[]
  idea_id: string | null
  idea_title: string | null
  idea_teaser: string | null
  idea_own: boolean
  idea_price: number | null
  tier: 'title' | 'teaser' | 'full' | 'named_reader' | null
  second_chance: {
    decided_on: string | null
    reasons: { code: string; quote: string | null; verdict: string; why: string }[]
  } | null
  /** How many organisations could meet the need; null where nobody has looked. */
  suppliers: number | null
}

export interface HitCounts {
  now: number
  seven_days: number
  ninety_days: number
  last_on: string | null
  sample: { need_id: string; title: string; place: string | null; on: string }[]
}

const MARK = 'StartSel=\u0002, StopSel=\u0003, MaxFragments=1, MaxWords=30, MinWords=12, ShortWord=0'
const SAMPLE = 5
/** Above this an alert is too broad to be read, and is held by the ceiling anyhow. */
const MOST_HITS = 200

/** Everything that fits this alert now, best first. Runs as the worker or as the reader; either way only what the reader may see. */
export async function hitsOf(tx: Tx, watch: Watch): Promise<Hit[]> {
  const words = watch.query.words?.trim() || null
  const passage =
    words === null
      ? sql`left(coalesce(n.outcome, n.description), 400)`
      : sql`ts_headline('english', coalesce(n.outcome || ' ', '') || left(n.description, 20000), websearch_to_tsquery('english', ${words}), ${MARK})`
  const found = await sql<Hit>`
    select n.id as need_id, n.title, coalesce(l.name, n.place_text) as place, coalesce(n.owner_text, h.name) as buyer, n.state, n.stage_text,
      x.kind as notice_kind, x.notice_type, n.money_first_phase::float8 as money_first_phase, n.money_total::float8 as money_total, n.money_currency, n.money_note,
      (n.closes_at at time zone 'Europe/London')::date::text as deadline, ${passage} as passage,
      f.organisation_id, f.label, f.rank, f.evidence, coalesce(f.against, '{}') as against, coalesce(f.unknowns, '{}') as unknowns,
      i.id as idea_id, i.title as idea_title, i.teaser as idea_teaser, coalesce(i.organisation_id = ${watch.organisationId}::uuid, false) as idea_own,
      i.price::float8 as idea_price, c.tier, f.second_chance, s.strong + s.possible as suppliers
    from (${pairsOf(watch)}) f join need n on n.id = f.need_id
      left join locality l on l.code = n.locality_code left join hub h on h.id = n.hub_id left join notice x on x.id = n.notice_id
      left join idea i on i.id = f.idea_id left join consent c on c.idea_id = i.id and c.revoked_at is null
      left join need_supply s on s.need_id = n.id and s.assessed
    where ${isCurrent} and ${inScope(watch)}
    order by case f.label when 'strong' then 0 when 'possible' then 1 when 'weak' then 3 else 2 end, f.rank, n.opened_on desc nulls last, n.id limit ${MOST_HITS}`.execute(
    tx,
  )
  return found.rows
}

/** What the alert would have found: open now, and what appeared in the last 7 and 90 days, each need once. */
export async function countHits(tx: Tx, watch: Watch): Promise<HitCounts> {
  const found = await sql<HitCounts>`
    with hit as (
      select distinct n.id as need_id, n.title, coalesce(l.name, n.place_text) as place, coalesce(n.opened_on, n.created_at::date) as day, ${isCurrent} as current
      from (${pairsOf(watch)}) f join need n on n.id = f.need_id left join locality l on l.code = n.locality_code
      where n.state not in ('draft', 'submitted', 'withdrawn') and ${inScope(watch)})
    select count(*) filter (where current)::int as now, count(*) filter (where day > ${today} - 7 and day <= ${today})::int as seven_days,
      count(*) filter (where day > ${today} - 90 and day <= ${today})::int as ninety_days, max(day)::text as last_on,
      coalesce((select jsonb_agg(jsonb_build_object('need_id', p.need_id, 'title', p.title, 'place', p.place, 'on', p.day::text) order by p.day desc, p.need_id)
        from (select * from hit where current order by day desc, need_id limit ${SAMPLE}) p), '[]') as sample
    from hit`.execute(tx)
  return found.rows[0]!
}

/** The pairs that an alert is about: an organisation's matches and its own ideas, or needs as such and a hub's second chances. */
function pairsOf(watch: Watch): RawBuilder<unknown> {
  const { query } = watch
  const parts = query.organisation_id === null ? [needs(query)] : [matches(watch, query.organisation_id)]
  if (query.second_chances && (watch.hubId !== null || watch.organisationId !== null)) parts.push(ideas(watch))
  return sql.join(parts, sql` union all `)
}

const columns = sql`m.label, m.rank, m.evidence, m.against, m.unknowns, m.second_chance`

/** Needs as such. "Strong" asks for one that some organisation meets strongly; "possible" takes every need. */
const needs = (query: AlertQuery): RawBuilder<unknown> => sql`
  select n.id as need_id, null::uuid as organisation_id, null::uuid as idea_id, null::text as label, 0 as rank, null::jsonb as evidence, null::text[] as against,
    null::text[] as unknowns, null::jsonb as second_chance
  from need n where (${isOpen} or (n.state in ('met', 'closed_unmet') and n.opened_on > ${today} - 90))
    ${query.fit === 'strong' ? sql`and exists (select 1 from need_supply s where s.need_id = n.id and s.strong > 0)` : sql``}`

const labels = (query: AlertQuery) => (query.fit === 'strong' ? ['strong'] : ['strong', 'possible'])

/** Matches of one organisation: its own, or a client's as the hub's staff sees them. */
const matches = ({ query, hubId, organisationId }: Watch, organisation: string): RawBuilder<unknown> => sql`
  select m.need_id, m.organisation_id, null::uuid as idea_id, ${columns}
  from match m join organisation o on o.id = m.organisation_id
  where m.organisation_id = ${organisation}::uuid and m.label = any(${labels(query)}) and ${isReachable('o')}
    and (${organisation}::uuid = ${organisationId}::uuid or (${hubId}::uuid is not null and (m.hub_id is null or m.hub_id = ${hubId}::uuid)))`

/**
 * Ideas that no recorded reason speaks against. The owner sees its own; a hub's staff sees those whose owners agreed
 * to be read, without a name, and never by the owner's name unless that is part of what the owner agreed to.
 */
const ideas = ({ query, hubId, organisationId }: Watch): RawBuilder<unknown> => sql`
  select m.need_id, null::uuid as organisation_id, m.idea_id, ${columns}
  from match m join idea i on i.id = m.idea_id join consent c on c.idea_id = i.id and c.revoked_at is null left join organisation o on o.id = i.organisation_id
  where (m.second_chance->>'eligible')::boolean and m.label = any(${labels(query)}) and ${isReachable('o')}
    and (i.organisation_id = ${organisationId}::uuid
      or (${hubId}::uuid is not null and (m.hub_id is null or m.hub_id = ${hubId}::uuid) and c.tier <> 'named_reader'
        and ${query.organisation_id === null ? sql`true` : sql`(c.tier = 'full' and i.organisation_id = ${query.organisation_id}::uuid)`}))`

/** Notices that set up or change a dynamic market buy nothing, so no alert tells of them. */
const asksForSomething = sql`not exists (select 1 from notice k where k.id = n.notice_id and k.notice_type in ('UK13', 'UK14', 'UK15', 'UK16'))`

/** The filters that a list on screen has as well, place and words, among needs that ask for something. */
function inScope({ query }: Watch): RawBuilder<unknown> {
  const words = query.words?.trim()
  const place =
    query.place === null
      ? asksForSomething
      : sql`n.locality_code = any(${codesOf(query.place)}) and ${asksForSomething}`
  return words
    ? sql`${place} and n.id in (select q.need_id from need_search q where q.words @@ websearch_to_tsquery('english', ${words}))`
    : place
}
