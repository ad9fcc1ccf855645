import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { isCeiling, valueUses } from '../../domain/economy/spend.js'
import { ITEM_KINDS, type ItemKind } from '../../domain/strategy/items.js'
import type { CellCount, Coverage, Grade, WeighedItem } from '../../domain/strategy/measures.js'

/** Counts of one place against one framework. */
export interface PlaceAlignment {
  /** Priority -> kind -> count; kinds without an item count 0. */
  cells: Map<string, Record<ItemKind, CellCount>>
  coverage: Record<ItemKind, Coverage>
  /** When the counts last changed, or null when nothing has been compared here. */
  computedAt: Date | null
}

/** Counts are public, without the items behind them. */
@Injectable()
export class AlignmentReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  async of(place: string, frameworkId: string): Promise<PlaceAlignment> {
    const measures = await this.ask(tx =>
      tx
        .selectFrom('alignment_measure as m')
        .innerJoin('framework_node as n', 'n.id', 'm.node_id')
        .select(['m.node_id', 'm.item_kind', 'm.items', 'm.confirmed', 'm.value', 'm.valued_items'])
        .where('n.framework_id', '=', frameworkId)
        .where('m.locality_code', '=', place)
        .execute(),
    )
    const compared = await this.ask(tx =>
      tx
        .selectFrom('alignment_coverage as c')
        .select(['c.item_kind', 'c.confirmed', 'c.suggested', 'c.unlinked', 'c.not_coded', 'c.computed_at'])
        .where('c.framework_id', '=', frameworkId)
        .where('c.locality_code', '=', place)
        .execute(),
    )
    const cells = new Map<string, Record<ItemKind, CellCount>>()
    for (const row of measures) {
      const own = cells.get(row.node_id) ?? emptyCells()
      own[row.item_kind as ItemKind] = {
        items: row.items,
        confirmed: row.confirmed,
        value: row.value === null ? null : Number(row.value),
        valuedItems: row.valued_items,
      }
      cells.set(row.node_id, own)
    }
    const coverage = eachKind(() => ({ confirmed: 0, suggested: 0, unlinked: 0, notCoded: 0 }))
    for (const { item_kind, not_coded, confirmed, suggested, unlinked } of compared) {
      coverage[item_kind as ItemKind] = { confirmed, suggested, unlinked, notCoded: not_coded }
    }
    const times = compared.map(row => row.computed_at.getTime())
    return { cells, coverage, computedAt: times.length > 0 ? new Date(Math.max(...times)) : null }
  }

  /** Awards of the place with their value and their links, for shares of money. Only values that may be added up. */
  async weighedAwards(members: string[], frameworkId: string): Promise<WeighedItem[]> {
    const { rows } = await this.ask(tx =>
      sql<{
        id: string
        notice_id: string
        value_amount: string
        value_note: string | null
        title: string | null
        notice_title: string
        method_details: string | null
        links: { priorityId: string; grade: Grade }[]
      }>`select a.id, a.notice_id, a.value_amount, a.value_note, a.title, n.title as notice_title, n.method_details,
          coalesce((select jsonb_agg(jsonb_build_object('priorityId', l.node_id, 'grade', l.grade))
            from alignment_link l join framework_node f on f.id = l.node_id and f.framework_id = ${frameworkId}
            where l.item_kind = 'award' and l.item_id = a.id and l.superseded_by is null and l.state <> 'removed'), '[]') as links
        from award a join notice n on n.id = a.notice_id
        where n.locality_code = any(${members}::text[]) and a.value_amount is not null
          and coalesce(a.value_currency, 'GBP') = 'GBP' and coalesce(a.status, '') not in ('cancelled', 'unsuccessful')
        order by a.id`.execute(tx),
    )
    const uses = valueUses(
      rows.map(row => ({
        id: row.id,
        noticeId: row.notice_id,
        value: Number(row.value_amount),
        ceiling: isCeiling({
          titles: [row.title ?? '', row.notice_title],
          methodDetails: row.method_details,
          valueNote: row.value_note,
        }),
      })),
    )
    return rows
      .filter(row => uses.get(row.id) === 'counted')
      .map(row => ({ weight: Number(row.value_amount), links: row.links }))
  }

  private ask<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.door.withActor(anonymous, work)
  }
}

/** A row of the matrix with nothing in it. */
export const emptyCells = (): Record<ItemKind, CellCount> =>
  eachKind(() => ({ items: 0, confirmed: 0, value: null, valuedItems: 0 }))

function eachKind<T>(make: () => T): Record<ItemKind, T> {
  const entries = ITEM_KINDS.map(kind => [kind, make()] as const)
  return Object.fromEntries(entries) as Record<ItemKind, T>
}
