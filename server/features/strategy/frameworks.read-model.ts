import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'

/** A strategy document as the product holds it. */
export interface FrameworkRow {
  id: string
  key: string
  name: string
  owner: string
  level: 'national' | 'regional' | 'local'
  locality_code: string | null
  valid_from: string
  valid_to: string | null
  status: string
  source_address: string
  /** In force today, by the database's clock. */
  current: boolean
}

/** One priority that items are linked to, with the heading above it. */
export interface LeafRow {
  id: string
  title: string
  definition: string
  parent: string | null
  target_share: string | null
}

/** A quoted link between a priority of one framework and one of another, seen from the first. */
export interface CrosswalkRow {
  own_id: string
  own_title: string
  other_id: string
  strength: string
  quote: string
}

/** Frameworks and their priorities are public reference data. */
@Injectable()
export class FrameworksReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** All frameworks: those in force first, then local before regional before national, newest first. */
  async list(): Promise<FrameworkRow[]> {
    const { rows } = await this.ask(tx =>
      sql<FrameworkRow>`select f.id, f.key, f.name, f.owner, f.level, f.locality_code, f.valid_from::text, f.valid_to::text,
          f.status, f.source_address, f.valid_to is null or f.valid_to > today.day as current
        from framework f, (select (wellmet_now() at time zone 'Europe/London')::date as day) today
        order by current desc, array_position(array['local', 'regional', 'national'], f.level), f.valid_from desc, f.key`.execute(
        tx,
      ),
    )
    return rows
  }

  /** Priorities without others below them, in the order of the document. */
  async leaves(frameworkId: string): Promise<LeafRow[]> {
    const { rows } = await this.ask(tx =>
      sql<LeafRow>`select n.id, n.title, n.definition, p.title as parent, n.target_share
        from framework_node n left join framework_node p on p.id = n.parent_id
        where n.framework_id = ${frameworkId} and not exists (select 1 from framework_node c where c.parent_id = n.id)
        order by coalesce(p.position, n.position), n.position, n.code`.execute(tx),
    )
    return rows
  }

  /** Crosswalk between two frameworks, whichever way its rows were written. */
  async crosswalk(frameworkId: string, otherId: string): Promise<CrosswalkRow[]> {
    const { rows } = await this.ask(tx =>
      sql<CrosswalkRow>`select a.id as own_id, a.title as own_title, b.id as other_id, c.strength, c.quote
        from framework_crosswalk c
          join framework_node a on a.id in (c.from_node_id, c.to_node_id) and a.framework_id = ${frameworkId}
          join framework_node b on b.id in (c.from_node_id, c.to_node_id) and b.framework_id = ${otherId}
        order by b.position, a.position`.execute(tx),
    )
    return rows
  }

  private ask<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.door.withActor(anonymous, work)
  }
}
