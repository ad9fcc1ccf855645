import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous, type Role } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import type { SignedIn } from '../../http/actor.js'

interface SessionRow {
  account_id: string
  display_name: string
  hub_id: string | null
  hub_name: string | null
  organisation_id: string | null
  organisation_name: string | null
  role: Role
  demonstration: boolean
}

/** Sessions by the hash of their token. The functions behind it run as the owner: nobody is known yet when they are asked. */
@Injectable()
export class SessionStore {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Whose session this is, or null when it ended, ran out or never was. */
  async find(tokenHash: Buffer): Promise<SignedIn | null> {
    const found = await this.door.withActor(anonymous, tx =>
      sql<SessionRow>`select account_id, display_name, hub_id, hub_name, organisation_id, organisation_name, role, demonstration
        from actor_of_session(${tokenHash})`.execute(tx),
    )
    const row = found.rows[0]
    if (!row) return null
    return {
      accountId: row.account_id,
      hubId: row.hub_id,
      organisationId: row.organisation_id,
      role: row.role,
      displayName: row.display_name,
      hubName: row.hub_name,
      organisationName: row.organisation_name,
      demonstration: row.demonstration,
    }
  }

  /** Begins a session of a demonstration account. False when there is no demonstration. */
  async beginDemonstration(accountName: string, tokenHash: Buffer): Promise<boolean> {
    const begun = await this.door.withActor(anonymous, tx =>
      sql<{ begun: boolean }>`select begin_demonstration_session(${accountName}, ${tokenHash}) as begun`.execute(tx),
    )
    return begun.rows[0]?.begun ?? false
  }

  async end(tokenHash: Buffer): Promise<void> {
    await this.door.withActor(anonymous, tx => sql`select end_session(${tokenHash})`.execute(tx))
  }

  /** What the frame needs to know of the installation: whether a demonstration is loaded, today, the first place. */
  async installation(): Promise<{ demonstration: boolean; today: string; place: string }> {
    const row = await this.door.withActor(anonymous, tx =>
      sql<{
        demonstration: boolean
        today: string
        place: string | null
      }>`select exists (select 1 from hub where demonstration) as demonstration,
        (wellmet_now() at time zone 'Europe/London')::date::text as today,
        (select hl.locality_code from hub_locality hl join hub h on h.id = hl.hub_id where h.kind = 'council' order by h.created_at, hl.locality_code limit 1) as place`.execute(
        tx,
      ),
    )
    const found = row.rows[0]
    return {
      demonstration: found?.demonstration ?? false,
      today: found?.today ?? '',
      place: found?.place ?? 'E06000047',
    }
  }
}
