import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import type { ItemKind } from '../../domain/strategy/items.js'

export interface LinkRow {
  id: string
  item_id: string
  name: string
  place: string | null
  address: string | null
  grade: string
  basis: string
  state: string
  quotes: unknown
}

export interface LinkNode {
  id: string
  title: string
  definition: string
}

export interface LinkSearch {
  node: string
  item: ItemKind
  place: { code: string; members: string[] }
  confirmedOnly: boolean
  limit: number
}

/** The table that holds each kind, with what names an item and which of them count in a place. */
const SOURCES: Record<ItemKind, (members: string[]) => RawBuilder<unknown>> = {
  need: members => sql`select x.id, x.reference || ' ' || x.title as name, x.locality_code, '/needs/' || x.id as address,
      'description' as readable
    from need x where x.state in ('open', 'in_challenge', 'in_procurement') and x.locality_code = any(${members}::text[])`,
  organisation: members => sql`select x.id, x.name, x.locality_code, '/organisations/' || x.id as address,
      'description' as readable
    from organisation x where x.status <> 'left_register' and x.locality_code = any(${members}::text[])`,
  // An owner's tier limits which words may be read, so a quote from behind it is not shown even while it is still stored.
  idea: () => sql`select x.id, x.title as name, null::text as locality_code, null::text as address,
      case when x.organisation_id = (select actor_organisation()) then 'full' else c.tier end as readable
    from idea x join consent c on c.idea_id = x.id and c.revoked_at is null and c.tier <> 'named_reader'
    where x.state in ('not_adopted', 'seeking', 'introduced')`,
  award:
    members => sql`select x.id, coalesce(x.title, n.title) || coalesce(', ' || n.buyer_name, '') as name, n.locality_code, n.address,
      'description' as readable
    from award x join notice n on n.id = x.notice_id where n.locality_code = any(${members}::text[])
      and coalesce(x.status, '') not in ('cancelled', 'unsuccessful')`,
}

const QUOTED = sql`coalesce(l.quotes -> 0 ->> 'field', 'title')`

/** What one cell of the matrix opens. Row-level security decides which items the reader sees; the counts are public. */
@Injectable()
export class LinksReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The priority, its count in the place, and the links this reader may open; null when there is no such priority. */
  async find(
    actor: Actor,
    search: LinkSearch,
  ): Promise<{ node: LinkNode; counted: number; confirmed: number; visible: number; rows: LinkRow[] } | null> {
    return this.door.withActor(actor, async tx => {
      const node = await tx
        .selectFrom('framework_node')
        .select(['id', 'title', 'definition'])
        .where('id', '=', search.node)
        .executeTakeFirst()
      if (!node) return null
      const measure = await tx
        .selectFrom('alignment_measure')
        .select(['items', 'confirmed'])
        .where('node_id', '=', search.node)
        .where('locality_code', '=', search.place.code)
        .where('item_kind', '=', search.item)
        .executeTakeFirst()
      // Organisations are never ranked by alignment, so they stand in the order of the alphabet.
      const order = search.item === 'organisation' ? sql`item.name` : sql`l.confidence desc, item.name`
      const { rows } = await sql<LinkRow & { total: string }>`
        with item as (${SOURCES[search.item](search.place.members)})
        select l.id, l.item_id, item.name, p.name as place, item.address, l.grade, l.basis, l.state, l.quotes, count(*) over () as total
        from alignment_link l join item on item.id = l.item_id left join locality p on p.code = item.locality_code
        where l.node_id = ${search.node} and l.item_kind = ${search.item} and l.superseded_by is null and l.state <> 'removed'
          and l.grade in ('principal', 'significant') and (not ${search.confirmedOnly}::boolean or l.state = 'confirmed')
          and case ${QUOTED} when 'body' then item.readable = 'full' when 'teaser' then item.readable <> 'title'
            when 'challenge' then item.readable <> 'title' else true end
        order by l.state = 'confirmed' desc, ${order}, l.id limit ${search.limit}`.execute(tx)
      return {
        node,
        counted: (search.confirmedOnly ? measure?.confirmed : measure?.items) ?? 0,
        confirmed: measure?.confirmed ?? 0,
        visible: Number(rows[0]?.total ?? 0),
        rows,
      }
    })
  }
}
