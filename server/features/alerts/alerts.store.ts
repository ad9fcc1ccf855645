import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { type Actor, anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'

/** A subscription as its holder's link shows it. */
export interface Held {
  id: string
  name: string
  state: 'pending' | 'active' | 'paused' | 'unsubscribed' | 'stopped' | 'suspended'
  cadence: string
  ceiling: number
  paused_until: Date | null
  address_enc: Buffer
  for_confirmation: boolean
  items: { title: string; idea: string | null; mail_state: string | null; accepted_at: string | null }[]
}

/** The need, and perhaps the idea, that an answer is about. */
export interface About {
  need: string
  idea: string | null
}

/** A wish on its way into the outbox. */
export interface Wish {
  /** Members as the function ask_subscription reads them. */
  asked: Record<string, unknown>
  addressHash: Buffer
  addressEnc: Buffer
  confirmToken: Buffer
  stopToken: Buffer
}

export interface Sender {
  name: string
  postalAddress: string
  demonstration: boolean
}

/** Subscriptions by the hash of a token. Who follows a link in a mail has no account: functions of the owner answer for it. */
@Injectable()
export class AlertsStore {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Writes down a wish and the mail that asks to confirm it. Tells nothing of what became of it. */
  async ask(actor: Actor, wish: Wish): Promise<void> {
    await this.door.withActor(actor, tx =>
      sql`select ask_subscription(${JSON.stringify(wish.asked)}::jsonb, ${wish.addressHash}, ${wish.addressEnc}, ${wish.confirmToken},
        ${wish.stopToken})`.execute(tx),
    )
  }

  /** Whose link this is, or null. */
  async holderOf(token: Buffer): Promise<Held | null> {
    const found = await this.door.withActor(anonymous, tx =>
      sql<Held>`select id, name, state, cadence, ceiling, paused_until, address_enc, for_confirmation, items from subscription_of_token(${token})`.execute(
        tx,
      ),
    )
    return found.rows[0] ?? null
  }

  /** Confirms a pending subscription; asked again, it changes nothing. */
  async confirm(token: Buffer): Promise<void> {
    await this.door.withActor(anonymous, tx => sql`select confirm_subscription(${token})`.execute(tx))
  }

  /** Ends a subscription for good. False when the token is nobody's. */
  async stop(token: Buffer): Promise<boolean> {
    const done = await this.door.withActor(anonymous, tx =>
      sql<{ known: boolean }>`select stop_subscription(${token}) as known`.execute(tx),
    )
    return done.rows[0]?.known ?? false
  }

  /** Pauses for a month, or goes on. */
  async pause(token: Buffer, pause: boolean): Promise<void> {
    const until = pause ? sql`wellmet_now() + interval '1 month'` : sql`null::timestamptz`
    await this.door.withActor(anonymous, tx => sql`select pause_subscription(${token}, ${until})`.execute(tx))
  }

  /** What a mail of this subscription said of a need or idea, and what has been answered so far. */
  async itemOf(token: Buffer, about: About): Promise<{ title: string; verdict: string | null } | null> {
    const found = await this.door.withActor(anonymous, tx =>
      sql<{
        title: string
        verdict: string | null
      }>`select title, verdict from item_of_token(${token}, ${about.need}::uuid, ${about.idea}::uuid)`.execute(tx),
    )
    return found.rows[0] ?? null
  }

  /** Keeps an answer. False when this subscription never brought that need or idea. */
  async answer(token: Buffer, about: About, verdict: string): Promise<boolean> {
    const done = await this.door.withActor(anonymous, tx =>
      sql<{
        kept: boolean
      }>`select answer_by_token(${token}, ${about.need}::uuid, ${about.idea}::uuid, ${verdict}) as kept`.execute(tx),
    )
    return done.rows[0]?.kept ?? false
  }

  /** The hub that writes for a place (or the first one), and the place's name. */
  async senderFor(actor: Actor, place: string | null): Promise<{ hub: Sender; placeName: string | null }> {
    const found = await this.door.withActor(actor, tx =>
      sql<{ name: string | null; postal_address: string | null; demonstration: boolean | null; place: string | null }>`
        select h.name, h.postal_address, h.demonstration, (select l.name from locality l where l.code = ${place}) as place from (select 1) one
        left join lateral (select * from hub k order by exists (select 1 from hub_locality x where x.hub_id = k.id and x.locality_code = ${place}) desc,
          k.created_at, k.id limit 1) h on true`.execute(tx),
    )
    const row = found.rows[0]
    return {
      hub: {
        name: row?.name ?? 'Wellmet',
        postalAddress: row?.postal_address ?? 'no postal address given',
        demonstration: row?.demonstration ?? false,
      },
      placeName: row?.place ?? null,
    }
  }
}
