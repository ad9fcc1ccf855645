import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { InvalidValue } from '../../domain/errors.js'
import { isEligible, isReasonOpen } from '../matches/chances.read-model.js'
import { bestFirst, type MatchRow, matchRows } from '../matches/matches.read-model.js'
import { codesOf, isCurrent, type PlaceToday, placeOf, today } from '../needs/current-needs.read-model.js'
import type { IdeaStages } from './idea-flow.js'
import type { SecondChancesQuery } from './second-chances.schemas.js'

/** A recorded reason over the ideas of the cohort, and for how many of them it no longer bites for a need here. */
export interface ReasonRow {
  code: string
  ideas: number
  no_longer: number
}

export interface SecondChanceRows {
  place: PlaceToday
  programmes: { id: string; name: string }[]
  ideas: IdeaStages[]
  /** Left out of the cohort: withdrawn by their owners, or never sent in. */
  withdrawn: number
  first_decided: string | null
  last_decided: string | null
  reasons: ReasonRow[]
  ready: MatchRow[]
  askFirst: MatchRow[]
  /** Second chances over the open needs of the place, from the public counts. */
  publicCount: number
}

/** How many of each list a page carries. */
const SHOWN = 50

@Injectable()
export class SecondChancesReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Ideas that earlier challenges did not adopt, as far as the reader may see them, and the open needs of a place that they fit. */
  async find(actor: Actor, placeCode: string, query: SecondChancesQuery): Promise<SecondChanceRows> {
    return this.door.withActor(actor, async tx => {
      const place = await placeOf(tx, placeCode)
      const programmes = await programmesOf(tx, query.programme)
      const cohort = cohortOf(query)
      const ideas = await sql<IdeaStages & { decided_on: string | null }>`with ${cohort}
        select c.outcome, c.stage_reached, c.decided_on, i.state as idea_state, k.id is not null as consented,
          exists (select 1 from introduction x where x.idea_id = c.idea_id and x.state in ('made', 'talking')) as talking
        from cohort c left join idea i on i.id = c.idea_id left join consent k on k.idea_id = c.idea_id and k.revoked_at is null
        where c.outcome not in ('draft', 'withdrawn')`.execute(tx)
      const left = await sql<{
        n: number
      }>`with ${cohort} select count(*)::int as n from cohort c where c.outcome in ('draft', 'withdrawn')`.execute(tx)
      const decided = ideas.rows
        .map(row => row.decided_on)
        .filter(on => on !== null)
        .sort()
      return {
        place,
        programmes,
        ideas: ideas.rows,
        withdrawn: left.rows[0]?.n ?? 0,
        first_decided: decided[0] ?? null,
        last_decided: decided.at(-1) ?? null,
        reasons: await reasonsOf(tx, placeCode, cohort),
        ready: await bestPerIdea(tx, placeCode, query, isEligible),
        askFirst: await bestPerIdea(tx, placeCode, query, isReasonOpen),
        publicCount: await publicCount(tx, placeCode),
      }
    })
  }
}

async function programmesOf(tx: Tx, chosen: string | undefined): Promise<SecondChanceRows['programmes']> {
  const found = await sql<{
    id: string
    name: string
  }>`select distinct p.id, p.name from submission s join challenge ch on ch.id = s.challenge_id
    join programme p on p.id = ch.programme_id order by p.name, p.id`.execute(tx)
  if (chosen !== undefined && !found.rows.some(programme => programme.id === chosen)) {
    throw new InvalidValue(
      'programme',
      'There is no programme with this id among those that you may see. Leave it out to see all.',
    )
  }
  return found.rows
}

/** One idea is one unit: of several submissions the last decided one counts. The members are idea_id, outcome, stage_reached, decided_on. */
function cohortOf(query: SecondChancesQuery): RawBuilder<unknown> {
  const programme = query.programme === undefined ? sql`true` : sql`ch.programme_id = ${query.programme}`
  const reason =
    query.reason === undefined
      ? sql`true`
      : sql`exists (select 1 from non_adoption na where na.submission_id = s.id and na.code = ${query.reason})`
  const old = query.cohort === 'whole' ? sql`true` : sql`s.decided_on <= ${today} - interval '12 months'`
  return sql`cohort as (select distinct on (s.idea_id) s.idea_id, s.outcome, s.stage_reached, s.decided_on from submission s
    join challenge ch on ch.id = s.challenge_id where ${programme} and ${reason} and ${old}
    order by s.idea_id, s.decided_on desc nulls last, s.submitted_on desc nulls last, s.id)`
}

async function reasonsOf(tx: Tx, place: string, cohort: RawBuilder<unknown>): Promise<ReasonRow[]> {
  const found = await sql<ReasonRow>`with ${cohort},
    recorded as (select distinct c.idea_id, na.code from cohort c join submission s on s.idea_id = c.idea_id join non_adoption na on na.submission_id = s.id
      where c.outcome in ('ineligible', 'sifted_out', 'not_adopted')),
    lifted as (select distinct m.idea_id, r->>'code' as code from need n join match m on m.need_id = n.id
      cross join lateral jsonb_array_elements(coalesce(m.second_chance->'reasons', '[]')) r
      where ${isCurrent} and n.locality_code = any ${codesOf(place)} and m.idea_id is not null and m.label <> 'weak' and r->>'verdict' = 'no_longer_bites')
    select a.code, count(*)::int as ideas, count(l.idea_id)::int as no_longer
    from recorded a left join lifted l on l.idea_id = a.idea_id and l.code = a.code group by 1 order by 2 desc, 1`.execute(
    tx,
  )
  return found.rows
}

async function bestPerIdea(
  tx: Tx,
  place: string,
  query: SecondChancesQuery,
  condition: RawBuilder<boolean>,
): Promise<MatchRow[]> {
  const programme =
    query.programme === undefined
      ? sql`true`
      : sql`exists (select 1 from submission s join challenge ch on ch.id = s.challenge_id where s.idea_id = m.idea_id and ch.programme_id = ${query.programme})`
  const reason =
    query.reason === undefined
      ? sql`true`
      : sql`jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.code == $code)', jsonb_build_object('code', ${query.reason}::text))`
  // The ids first: joined in one query, the planner would gather both sides of every match before it chooses.
  const best = await sql<{
    id: string
  }>`select distinct on (m.idea_id) m.id from need n join match m on m.need_id = n.id
    where m.idea_id is not null and ${isCurrent} and n.locality_code = any ${codesOf(place)} and m.label <> 'weak' and ${condition} and ${programme} and ${reason}
    order by m.idea_id, ${bestFirst}`.execute(tx)
  return matchRows(tx, { where: sql`m.id = any(${best.rows.map(row => row.id)}::uuid[])`, limit: SHOWN })
}

async function publicCount(tx: Tx, place: string): Promise<number> {
  const found = await sql<{
    n: number
  }>`select coalesce(sum(s.second_chances), 0)::int as n from need n join need_supply s on s.need_id = n.id
    where ${isCurrent} and n.locality_code = any ${codesOf(place)}`.execute(tx)
  return found.rows[0]?.n ?? 0
}
