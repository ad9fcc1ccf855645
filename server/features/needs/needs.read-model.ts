import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { InvalidValue } from '../../domain/errors.js'
import { codesOf, isOpen, isStale, today } from './current-needs.read-model.js'
import type { NeedListQuery } from './needs.schemas.js'

/** A need as the list and the head of its page show it. */
export interface NeedRow {
  id: string
  reference: string
  title: string
  origin: 'consulted' | 'entered' | 'harvested'
  state: 'draft' | 'submitted' | 'open' | 'in_challenge' | 'in_procurement' | 'met' | 'closed_unmet' | 'withdrawn'
  stale: boolean
  place: string | null
  owner: string | null
  money_first_phase: number | null
  money_total: number | null
  money_currency: string
  money_note: string | null
  opened_on: string | null
  closes_at: Date | null
  days_left: number | null
  demonstration: boolean
  supply: SupplyRow | null
}

export interface SupplyRow {
  assessed: boolean
  strong: number
  possible: number
  weak: number
  in_reach: number
  reach_miles: number
  second_chances: number
  note: string | null
}

/** What a list comes to, over all its pages. */
export interface NeedListCounts {
  total: number
  /** Left out because they are stale; 0 when the list asks for stale ones. */
  stale: number
  /** Assessed, with nobody in reach. */
  none: number
  /** Assessed, with one or two in reach. */
  thin: number
  not_assessed: number
  /** Close within fourteen days. */
  closing: number
}

export interface NeedListPage {
  place: string | null
  rows: NeedRow[]
  counts: NeedListCounts
}

/** Columns of NeedRow; the aliases are n (need), l (locality), h (hub), src (source), s (need_supply). */
export const needColumns = sql`n.id, n.reference, n.title, n.origin, n.state, ${isStale} as stale, coalesce(l.name, n.place_text) as place,
  coalesce(n.owner_text, h.name) as owner, n.money_first_phase::float8 as money_first_phase, n.money_total::float8 as money_total, n.money_currency,
  n.money_note, n.opened_on, n.closes_at, (n.closes_at at time zone 'Europe/London')::date - ${today} as days_left,
  coalesce(src.demonstration, false) or coalesce(h.demonstration, false) as demonstration,
  case when s.need_id is null then null else jsonb_build_object('assessed', s.assessed, 'strong', s.strong, 'possible', s.possible, 'weak', s.weak,
    'in_reach', s.in_reach, 'reach_miles', s.reach_miles, 'second_chances', s.second_chances, 'note', s.note) end as supply`

export const needTables = sql`need n left join locality l on l.code = n.locality_code left join hub h on h.id = n.hub_id
  left join source src on src.id = n.source_id left join need_supply s on s.need_id = n.id`

const ORDER: Record<NeedListQuery['sort'], RawBuilder<unknown>> = {
  newest: sql`n.opened_on desc nulls last, n.reference desc`,
  closing: sql`n.closes_at asc nulls last, n.reference`,
  thinnest: sql`case when s.assessed then s.in_reach end asc nulls last, n.reference`,
  reference: sql`n.reference`,
}

const STATES: Record<NeedListQuery['state'], RawBuilder<unknown>> = {
  open: isOpen,
  closed: sql`n.state in ('met', 'closed_unmet', 'withdrawn')`,
  any: sql`true`,
}

const AGE: Record<NeedListQuery['age'], RawBuilder<unknown>> = {
  current: sql`not ${isStale}`,
  stale: isStale,
  any: sql`true`,
}

// Thin includes none: fewer than three in reach. A need that was not assessed is neither thin nor enough.
const SUPPLY: Record<NeedListQuery['supply'], RawBuilder<unknown>> = {
  none: sql`s.assessed and s.in_reach = 0`,
  thin: sql`s.assessed and s.in_reach < 3`,
  enough: sql`s.assessed and s.in_reach >= 3`,
  any: sql`true`,
}

@Injectable()
export class NeedsReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** One page of the needs that the reader may see, and what the whole list comes to. */
  async list(actor: Actor, query: NeedListQuery, offset: number): Promise<NeedListPage> {
    return this.door.withActor(actor, async tx => {
      const place = query.place === undefined ? null : await placeName(tx, query.place)
      const scope = sql.join([...filters(query), STATES[query.state], SUPPLY[query.supply]], sql` and `)
      const page = await sql<NeedRow>`select ${needColumns} from ${needTables} where ${scope} and ${AGE[query.age]}
        order by ${ORDER[query.sort]} limit ${query.limit} offset ${offset}`.execute(tx)
      const counts =
        await sql<NeedListCounts>`select count(*) filter (where shown)::int as total, count(*) filter (where not shown)::int as stale,
          count(*) filter (where shown and assessed and in_reach = 0)::int as none,
          count(*) filter (where shown and assessed and in_reach between 1 and 2)::int as thin,
          count(*) filter (where shown and assessed is not true)::int as not_assessed,
          count(*) filter (where shown and days_left between 0 and 14)::int as closing
        from (select coalesce(${AGE[query.age]}, false) as shown, s.assessed, s.in_reach,
          (n.closes_at at time zone 'Europe/London')::date - ${today} as days_left
          from ${needTables} where ${scope}) listed`.execute(tx)
      const found = counts.rows[0] ?? { total: 0, stale: 0, none: 0, thin: 0, not_assessed: 0, closing: 0 }
      return { place, rows: page.rows, counts: query.age === 'current' ? found : { ...found, stale: 0 } }
    })
  }
}

async function placeName(tx: Tx, code: string): Promise<string> {
  const found = await sql<{ name: string }>`select name from locality where code = ${code}`.execute(tx)
  if (!found.rows[0])
    throw new InvalidValue('place', 'There is no place with this code. Leave it out to see all places.')
  return found.rows[0].name
}

function filters(query: NeedListQuery): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (query.place !== undefined) {
    parts.push(sql`n.locality_code = any ${codesOf(query.place)}`)
  }
  if (query.origin !== 'any') parts.push(sql`n.origin = ${query.origin}`)
  if (query.priority !== undefined) parts.push(servesPriority(query.priority))
  if (query.q?.trim()) parts.push(mentions(query.q.trim()))
  return parts
}

function servesPriority(node: string): RawBuilder<unknown> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(node)) {
    throw new InvalidValue('priority', 'A priority is named by its id, as /api/v1/places/{code}/alignment gives it.')
  }
  return sql`n.id in (select a.item_id from alignment_link a where a.item_kind = 'need' and a.node_id = ${node}
    and a.superseded_by is null and a.state <> 'removed')`
}

/** Published needs by the public text index; drafts, which only their hub sees and which are few, by their title. */
const mentions = (q: string): RawBuilder<unknown> =>
  sql`(n.id in (select ns.need_id from need_search ns where ns.words @@ websearch_to_tsquery('english', ${q}))
    or n.reference = upper(${q}) or (n.state in ('draft', 'submitted') and position(lower(${q}) in lower(n.title)) > 0))`
