import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { countHits, type HitCounts } from './alert-scope.read-model.js'
import type { AlertQuery, MySubscriptions } from './alerts.schemas.js'

@Injectable()
export class AlertsReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** What an alert would have found, in the eyes of this reader. Null for a place that we do not hold. */
  async backTest(actor: Actor, query: AlertQuery): Promise<HitCounts | null> {
    return this.door.withActor(actor, async tx => {
      const place = await sql`select 1 from locality where code = ${query.place}`.execute(tx)
      if (query.place !== null && place.rows.length === 0) return null
      return countHits(tx, { query, hubId: actor.hubId, organisationId: actor.organisationId })
    })
  }

  /** The reader's own subscriptions, newest first. */
  async mine(actor: Actor): Promise<MySubscriptions['items']> {
    if (actor.accountId === null) return []
    const found = await this.door.withActor(actor, tx =>
      sql<MySubscriptions['items'][number]>`select s.id, s.name, s.cadence, s.state, s.query, s.ceiling,
        to_char(s.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as confirmed_at,
        (select count(*) from outbox_message m where m.subscription_id = s.id and m.kind in ('digest', 'direct')
          and m.state in ('accepted', 'delivered', 'bounced', 'complained'))::int as sent
        from subscription s order by s.created_at desc, s.id`.execute(tx),
    )
    return found.rows
  }
}
