import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { InvalidValue } from '../../domain/errors.js'
import { codesOf, isStale } from '../needs/current-needs.read-model.js'
import { likeText, type OrganisationHit, organisationHits } from '../organisations/organisations.read-model.js'
import type { SearchQuery } from './search.schemas.js'

export interface NeedHit {
  id: string
  reference: string
  title: string
  place: string | null
  state: string
  stale: boolean
  demonstration: boolean
}

export interface PlaceHit {
  code: string
  name: string
  kind: string
}

export interface SearchHits {
  needs: { rows: NeedHit[]; total: number }
  organisations: { rows: OrganisationHit[]; total: number }
  places: { rows: PlaceHit[]; total: number }
}

const NOTHING = { rows: [], total: 0 }

@Injectable()
export class SearchReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Published needs, organisations and places for some words. Each kind by its own index, best first. */
  async find(actor: Actor, query: SearchQuery): Promise<SearchHits> {
    const wants = (kind: SearchQuery['kind']) => query.kind === 'any' || query.kind === kind
    return this.door.withActor(actor, async tx => {
      if (query.place !== undefined) await mustExist(tx, query.place)
      return {
        needs: wants('need') ? await needHits(tx, query) : NOTHING,
        organisations: wants('organisation') ? await organisationHits(tx, { ...query, status: 'any' }, 0) : NOTHING,
        places: wants('place') ? await placeHits(tx, query) : NOTHING,
      }
    })
  }
}

async function mustExist(tx: Tx, code: string): Promise<void> {
  const found = await sql`select 1 from locality where code = ${code}`.execute(tx)
  if (found.rows.length === 0)
    throw new InvalidValue('place', 'There is no place with this code. Leave it out to search everywhere.')
}

async function needHits(tx: Tx, { q, place, limit }: SearchQuery): Promise<SearchHits['needs']> {
  const where: RawBuilder<unknown> = place === undefined ? sql`true` : sql`ns.locality_code = any ${codesOf(place)}`
  const found = await sql<NeedHit & { total: number }>`
    with hit as materialized (
      select ns.need_id, ts_rank(ns.words, websearch_to_tsquery('english', ${q})) as rank from need_search ns
      where ns.words @@ websearch_to_tsquery('english', ${q}) and ${where}
      union
      select n.id, 1 from need n where n.reference = upper(${q}) and n.state not in ('draft', 'submitted', 'withdrawn'))
    select n.id, n.reference, n.title, coalesce(l.name, n.place_text) as place, n.state, ${isStale} as stale,
      coalesce(src.demonstration, false) or coalesce(h.demonstration, false) as demonstration, count(*) over ()::int as total
    from (select need_id, max(rank) as rank from hit group by 1) best join need n on n.id = best.need_id left join locality l on l.code = n.locality_code
    left join source src on src.id = n.source_id left join hub h on h.id = n.hub_id
    order by ${isStale}, best.rank desc, n.reference desc limit ${limit}`.execute(tx)
  return { rows: found.rows.map(({ total: _total, ...row }) => row), total: found.rows[0]?.total ?? 0 }
}

async function placeHits(tx: Tx, { q, limit }: SearchQuery): Promise<SearchHits['places']> {
  const outward = /^([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})?$/i.exec(q)?.[1]?.toUpperCase() ?? null
  const found = await sql<
    PlaceHit & { total: number }
  >`select l.code, l.name, l.kind, count(*) over ()::int as total from locality l
    where (l.name ilike ${`%${likeText(q)}%`} or l.code = upper(${q}) or l.code = (select oc.locality_code from outward_code oc where oc.code = ${outward}))
      and (l.valid_to is null or l.valid_to > wellmet_now()::date)
    order by l.name ilike ${`${likeText(q)}%`} desc, l.name, l.code limit ${limit}`.execute(tx)
  return { rows: found.rows.map(({ total: _total, ...row }) => row), total: found.rows[0]?.total ?? 0 }
}
