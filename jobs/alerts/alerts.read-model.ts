import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'
import type { SourceFact } from '../../server/domain/alerts/digest.words.js'
import type { DigestCadence } from '../../server/domain/alerts/windows.js'
import type { SourceState } from '../../server/domain/sources/health.js'
import { stateNow } from '../../server/domain/sources/health.js'
import type { Watch } from '../../server/features/alerts/alert-scope.read-model.js'
import { type AlertQuery, alertQuery } from '../../server/features/alerts/alerts.schemas.js'

/** A running alert with what finding and writing need of it. */
export interface Subscriber {
  id: string
  name: string
  query: AlertQuery
  cadence: DigestCadence
  zone: string
  window_start: string
  ceiling: number
  address_enc: Buffer
  address_hash: Buffer
  confirmed_at: Date
  demonstration: boolean
  place_name: string | null
  /** In whose name the reader sees today: a membership that ended no longer counts. */
  hub_id: string | null
  organisation_id: string | null
}

/** What one answer to an earlier item says about showing it again. */
export interface Answered {
  need_id: string
  idea_id: string | null
  verdict: string
  /** "Later", and the week is over. */
  over: boolean
  day: string
}

/** Everything in a digest that is not an item. */
export interface Around {
  now: Date
  recipient: { name: string | null; hub: string | null }
  sources: SourceFact[]
  answers: { n: number; fit: number }
  basis: string
  hub: { name: string; postalAddress: string; demonstration: boolean }
}

/** The moment that pages and alerts take for the present. */
export async function presentMoment(tx: Tx): Promise<Date> {
  const found = await sql<{ now: Date }>`select wellmet_now() as now`.execute(tx)
  return found.rows[0]!.now
}

/** Running, confirmed alerts: all, or the one asked for. `waiting` leaves out those with nothing to say. */
export async function subscribers(tx: Tx, which: { id?: string; waiting?: boolean } = {}): Promise<Subscriber[]> {
  const found = await sql<Omit<Subscriber, 'query'> & { query: unknown }>`
    select s.id, s.name, s.query, s.cadence, s.zone, to_char(s.window_start, 'HH24:MI') as window_start, s.ceiling, s.address_enc, s.address_hash, s.confirmed_at,
      s.demonstration, l.name as place_name,
      (select s.hub_id where exists (select 1 from membership m where m.account_id = s.account_id and m.hub_id = s.hub_id)) as hub_id,
      (select s.organisation_id where exists (select 1 from membership m where m.account_id = s.account_id and m.organisation_id = s.organisation_id)) as organisation_id
    from subscription s left join locality l on l.code = s.query->>'place'
    where s.state = 'active' and s.confirmed_at is not null and s.cadence <> 'direct' and (${which.id ?? null}::uuid is null or s.id = ${which.id ?? null}::uuid)
      and (not ${which.waiting ?? false} or exists (select 1 from alert_item i where i.subscription_id = s.id and i.outbox_message_id is null))
    order by s.id`.execute(tx)
  return found.rows.map(row => ({ ...row, query: alertQuery.parse(row.query) }))
}

export const watchOf = ({ query, hub_id, organisation_id }: Subscriber): Watch => ({
  query,
  hubId: hub_id,
  organisationId: organisation_id,
})

/** The last answer to each thing, given by mail or on a page by the same person. */
export async function answersOf(tx: Tx, subscriptionId: string): Promise<Answered[]> {
  const found = await sql<Answered>`
    select distinct on (f.need_id, f.idea_id) f.need_id, f.idea_id, f.verdict, f.at < clock_timestamp() - interval '7 days' as over, f.at::date::text as day
    from match_feedback f join subscription s on s.id = ${subscriptionId}
    where f.undone_at is null and (f.subscription_id = s.id or (f.account_id = s.account_id and s.organisation_id is not null))
    order by f.need_id, f.idea_id, f.at desc`.execute(tx)
  return found.rows
}

/** Who gets it, how the sources are, how good it has been, on what basis it comes and who sends it. */
export async function around(tx: Tx, subscriber: Subscriber): Promise<Around> {
  const found = await sql<{
    now: Date
    organisation: string | null
    own_hub: string | null
    basis: string | null
    n: number
    fit: number
    hub: Around['hub'] | null
  }>`
    select wellmet_now() as now, (select o.name from organisation o where o.id = (s.query->>'organisation_id')::uuid) as organisation,
      (select h.name from hub h where h.id = s.hub_id) as own_hub,
      (select c.lawful_basis from subscription_consent c where c.subscription_id = s.id order by c.id desc limit 1) as basis, a.n, a.fit,
      (select jsonb_build_object('name', h.name, 'postalAddress', h.postal_address, 'demonstration', h.demonstration) from hub h
        left join hub_locality hl on hl.hub_id = h.id and hl.locality_code in (s.query->>'place',
          (select o.locality_code from organisation o where o.id = coalesce((s.query->>'organisation_id')::uuid, s.organisation_id)))
        where h.demonstration = s.demonstration
        order by h.id is not distinct from s.hub_id desc, hl.locality_code is null, h.kind = 'council' desc, h.created_at, h.id limit 1) as hub
    from subscription s left join lateral (select count(*)::int as n, count(*) filter (where v.verdict = 'fit')::int as fit
        from (select distinct on (f.need_id, f.idea_id) f.verdict from match_feedback f where f.subscription_id = s.id and f.undone_at is null
          and f.verdict in ('fit', 'not_fit') order by f.need_id, f.idea_id, f.at desc) v) a on true
    where s.id = ${subscriber.id}`.execute(tx)
  const row = found.rows[0]!
  return {
    now: row.now,
    recipient: { name: row.organisation, hub: row.own_hub },
    sources: await sourceFacts(tx, row.now, subscriber.demonstration),
    answers: { n: row.n, fit: row.fit },
    basis: row.basis ?? 'consent',
    hub: row.hub ?? { name: 'Wellmet', postalAddress: 'no postal address has been entered', demonstration: false },
  }
}

/** Sources that have been tried: the demonstration's own for its alerts, the real ones for everybody else's. */
async function sourceFacts(tx: Tx, now: Date, demonstration: boolean): Promise<SourceFact[]> {
  const found = await sql<{
    name: string
    state: SourceState
    reason: string | null
    every: number | null
    last: Date | null
  }>`
    select s.name, s.state, s.state_reason as reason, extract(epoch from s.expected_every)::float8 as every, s.last_success_at as last
    from source s where s.demonstration = ${demonstration} and s.last_try_at is not null order by s.name`.execute(tx)
  return found.rows.map(({ name, state, reason, every, last }) => ({
    name,
    state: stateNow({ state, reason, lastSuccess: last?.getTime() ?? null, expectedEvery: every }, now.getTime()).state,
    lastSuccess: last,
  }))
}
