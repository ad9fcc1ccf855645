import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { InvalidValue } from '../../domain/errors.js'
import { postcode } from '../../domain/places/postcode.js'
import { codesOf } from '../needs/current-needs.read-model.js'
import type { OrganisationListQuery } from './organisations.schemas.js'

export interface OrganisationHit {
  id: string
  name: string
  status: string
  place: string | null
  town: string | null
  postcode: string | null
  company_number: string | null
  demonstration: boolean
}

/** Organisations are public: everybody finds the same. */
@Injectable()
export class OrganisationsReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** A page of organisations by name, company number or postcode, the most alike first, with the true total. */
  async search(
    actor: Actor,
    query: Pick<OrganisationListQuery, 'q' | 'place' | 'status' | 'limit'>,
    offset: number,
  ): Promise<{ rows: OrganisationHit[]; total: number }> {
    return this.door.withActor(actor, async tx => {
      if (query.place !== undefined) await mustExist(tx, query.place)
      return organisationHits(tx, query, offset)
    })
  }
}

async function mustExist(tx: Tx, code: string): Promise<void> {
  const found = await sql`select 1 from locality where code = ${code}`.execute(tx)
  if (found.rows.length === 0)
    throw new InvalidValue('place', 'There is no place with this code. Leave it out to see all places.')
}

/** Found by the trigram index on the name, by the identifier, by the postcode; each is exact enough to stay small. */
export async function organisationHits(
  tx: Tx,
  query: Pick<OrganisationListQuery, 'q' | 'place' | 'status' | 'limit'>,
  offset: number,
): Promise<{ rows: OrganisationHit[]; total: number }> {
  const place = query.place === undefined ? sql`true` : sql`o.locality_code = any ${codesOf(query.place)}`
  const status = query.status === 'any' ? sql`true` : sql`o.status in ('active', 'strike_off_proposed', 'unknown')`
  const found = await sql<OrganisationHit & { total: number }>`
    select o.id, o.name, o.status, l.name as place, o.post_town as town, o.postcode, ident.identifier as company_number, s.demonstration,
      count(*) over ()::int as total
    from organisation o join source s on s.id = o.source_id left join locality l on l.code = o.locality_code
    left join lateral (select oi.identifier from organisation_identifier oi where oi.organisation_id = o.id and oi.scheme = 'GB-COH' limit 1) ident on true
    where ${alike(query.q)} and ${place} and ${status}
    order by o.name ilike ${`${likeText(query.q)}%`} desc, similarity(o.name, ${query.q}) desc, o.name, o.id limit ${query.limit} offset ${offset}`.execute(
    tx,
  )
  return {
    rows: found.rows.map(({ total: _total, ...row }) => row),
    total:
      found.rows[0]?.total ?? (offset > 0 ? await totalOf(tx, sql`${alike(query.q)} and ${place} and ${status}`) : 0),
  }
}

async function totalOf(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from organisation o where ${where}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** What the words may be: part of a name, a company number (padded to eight), a whole postcode. */
function alike(q: string): RawBuilder<unknown> {
  const compact = q.replaceAll(/\s+/g, '').toUpperCase()
  const number = /^\d{1,8}$/.test(compact) ? compact.padStart(8, '0') : compact
  const parts = [sql`o.name ilike ${`%${likeText(q)}%`}`, sql`o.name % ${q}`]
  if (/^[A-Z]{0,2}\d+$/.test(compact)) {
    parts.push(
      sql`o.id in (select oi.organisation_id from organisation_identifier oi where oi.scheme = 'GB-COH' and oi.identifier = ${number})`,
    )
  }
  const code = postcode(q)
  if (code) parts.push(sql`o.postcode = ${code.text}`)
  return sql`(${sql.join(parts, sql` or `)})`
}

/** A pattern's own signs stand for themselves. */
export const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, sign => `\\${sign}`)
