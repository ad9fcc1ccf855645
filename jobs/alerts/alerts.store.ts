import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'
import type { AlertContent } from '../../server/domain/alerts/content.js'
import { isCurrent } from '../../server/features/needs/current-needs.read-model.js'
import type { Found } from './alert-content.js'

/** An item as it is kept. */
export interface Item {
  id: string
  material_version: string
  content: AlertContent
  /** In a digest already, or waiting for one. */
  claimed: boolean
}

/** A digest on its way into the outbox. */
export interface NewDigest {
  id: string
  subscriptionId: string
  periodKey: string
  itemIds: string[]
  subject: string
  text: string
  html: string
  headers: object
  addressHash: Buffer
  addressEnc: Buffer
  domain: string
  messageId: string
  tokenHash: Buffer
}

/** What a digest says, when it is written again without what its reader may no longer see. */
export type Rewritten = Pick<NewDigest, 'subject' | 'text' | 'html' | 'headers' | 'tokenHash' | 'itemIds'>

/** Items and digests: found, claimed once, written in one transaction. */
export const AlertsStore = {
  /** Everything found for an alert so far, newest first. */
  async items(tx: Tx, subscriptionId: string): Promise<Item[]> {
    const found =
      await sql<Item>`select id, material_version, content, outbox_message_id is not null as claimed from alert_item
      where subscription_id = ${subscriptionId} order by found_at desc, id`.execute(tx)
    return found.rows
  },

  /** Adds what is new. The natural key decides: the same version of the same thing is never news twice. Returns how many. */
  async add(tx: Tx, subscriptionId: string, found: Found[]): Promise<number> {
    if (found.length === 0) return 0
    const added = await tx
      .insertInto('alert_item')
      .values(
        found.map(({ kind, thingId, version, rank, content }) => ({
          subscription_id: subscriptionId,
          thing_kind: kind,
          thing_id: thingId,
          material_version: version,
          rank,
          content: JSON.stringify(content),
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    return Number(added.numInsertedOrUpdatedRows ?? 0)
  },

  /** Drops items that wait and no longer hold: superseded by a newer version, or the thing has gone. */
  async drop(tx: Tx, ids: string[]): Promise<void> {
    if (ids.length === 0) return
    await tx.deleteFrom('alert_item').where('id', 'in', ids).where('outbox_message_id', 'is', null).execute()
  },

  /** Takes the alert for this transaction. False: another planner has it, or it no longer runs. */
  async lock(tx: Tx, subscriptionId: string): Promise<boolean> {
    const found =
      await sql`select 1 from subscription where id = ${subscriptionId} and state = 'active' for update skip locked`.execute(
        tx,
      )
    return found.rows.length === 1
  },

  /** A digest that has not left when the next window opens is expired; what it carried waits again. Never one in doubt. */
  async expireOld(tx: Tx, subscriptionId: string, periodKey: string): Promise<void> {
    const expired = await sql<{
      id: string
    }>`update outbox_message set state = 'expired', state_reason = 'The next digest was due before it left'
      where id in (select id from outbox_message where subscription_id = ${subscriptionId} and kind = 'digest' and state = 'queued' and period_key <> ${periodKey}
        for update skip locked) returning id`.execute(tx)
    const ids = expired.rows.map(row => row.id)
    if (ids.length > 0)
      await tx
        .updateTable('alert_item')
        .set({ outbox_message_id: null })
        .where('outbox_message_id', 'in', ids)
        .execute()
  },

  async hasDigest(tx: Tx, subscriptionId: string, periodKey: string): Promise<boolean> {
    const found = await tx
      .selectFrom('outbox_message')
      .select('id')
      .where('idempotency_key', '=', digestKey(subscriptionId, periodKey))
      .executeTakeFirst()
    return found !== undefined
  },

  /** What waits, best first, locked; and how many items this week's digests have carried already. */
  async waiting(
    tx: Tx,
    subscriptionId: string,
  ): Promise<{ items: { id: string; content: AlertContent }[]; used: number }> {
    const items = await sql<{ id: string; content: AlertContent }>`select id, content from alert_item
      where subscription_id = ${subscriptionId} and outbox_message_id is null order by rank, found_at, id for update`.execute(
      tx,
    )
    const used = await sql<{
      n: number
    }>`select coalesce(sum(m.item_count), 0)::int as n from outbox_message m join subscription s on s.id = m.subscription_id
      where s.id = ${subscriptionId} and m.kind = 'digest' and m.state not in ('expired', 'suppressed', 'failed')
        and date_trunc('week', m.frozen_at at time zone s.zone) = date_trunc('week', wellmet_now() at time zone s.zone)`.execute(
      tx,
    )
    return { items: items.rows, used: used.rows[0]?.n ?? 0 }
  },

  /** Puts a digest into the outbox and claims its items with it. False: this period has one already, and nothing was done. */
  async addDigest(tx: Tx, digest: NewDigest): Promise<boolean> {
    const added =
      await sql`insert into outbox_message (id, subscription_id, kind, period_key, idempotency_key, frozen_at, item_count, subject, body_text, body_html,
        headers, address_hash, address_enc, receiving_domain, message_id, body_hash)
      values (${digest.id}, ${digest.subscriptionId}, 'digest', ${digest.periodKey}, ${digestKey(digest.subscriptionId, digest.periodKey)}, wellmet_now(),
        ${digest.itemIds.length}, ${digest.subject}, ${digest.text}, ${digest.html}, ${JSON.stringify(digest.headers)}::jsonb, ${digest.addressHash}, ${digest.addressEnc},
        ${digest.domain}, ${digest.messageId}, sha256(convert_to(${digest.text}, 'UTF8')))
      on conflict (idempotency_key) do nothing`.execute(tx)
    if (added.numAffectedRows !== 1n) return false
    await tx.updateTable('alert_item').set({ outbox_message_id: digest.id }).where('id', 'in', digest.itemIds).execute()
    await keepToken(tx, digest.subscriptionId, digest.tokenHash)
    return true
  },

  /** The items of a digest, each with whether its reader may still see it as it was found. */
  async itemsOf(
    tx: Tx,
    messageId: string,
  ): Promise<{ id: string; content: AlertContent; visible: boolean; subscriptionId: string }[]> {
    const found = await sql<{ id: string; content: AlertContent; visible: boolean; subscriptionId: string }>`
      select a.id, a.content, a.subscription_id as "subscriptionId", coalesce(${isCurrent}, false)
        and (a.thing_kind = 'need' or exists (select 1 from consent c where c.idea_id = a.thing_id and c.revoked_at is null
          and (c.tier = a.content->'idea'->>'tier' or (a.content->'idea'->>'own')::boolean)))
        and (s.account_id is null or exists (select 1 from membership k where k.account_id = s.account_id
          and (k.hub_id is not distinct from s.hub_id and k.organisation_id is not distinct from s.organisation_id))
          or (s.hub_id is null and s.organisation_id is null)) as visible
      from alert_item a join subscription s on s.id = a.subscription_id left join need n on n.id = (a.content->>'needId')::uuid
      where a.outbox_message_id = ${messageId} order by a.rank, a.found_at, a.id`.execute(tx)
    return found.rows
  },

  /** What a digest of this alert left for later. */
  async held(tx: Tx, subscriptionId: string): Promise<number> {
    const found = await sql<{ n: number }>`select count(*)::int as n from alert_item
      where subscription_id = ${subscriptionId} and outbox_message_id is null`.execute(tx)
    return found.rows[0]?.n ?? 0
  },

  /** A digest of which nothing may be shown any more keeps none of its words. It counts no items, which is how it is known. */
  async blank(tx: Tx, messageId: string): Promise<void> {
    await tx
      .updateTable('outbox_message')
      .set({ item_count: 0, subject: 'Not sent: nothing of it may be shown any more', body_text: '', body_html: '' })
      .where('id', '=', messageId)
      .execute()
  },

  async isBlank(tx: Tx, messageId: string): Promise<boolean> {
    const found = await tx
      .selectFrom('outbox_message')
      .select('id')
      .where('id', '=', messageId)
      .where('item_count', '=', 0)
      .executeTakeFirst()
    return found !== undefined
  },

  /** Takes items out of a digest that has not left; they are gone, not waiting. */
  async takeOut(tx: Tx, ids: string[]): Promise<void> {
    await tx.deleteFrom('alert_item').where('id', 'in', ids).execute()
  },

  async rewrite(tx: Tx, messageId: string, subscriptionId: string, digest: Rewritten): Promise<void> {
    await sql`update outbox_message set subject = ${digest.subject}, body_text = ${digest.text}, body_html = ${digest.html}, headers = ${JSON.stringify(digest.headers)}::jsonb,
      item_count = ${digest.itemIds.length}, body_hash = sha256(convert_to(${digest.text}, 'UTF8')) where id = ${messageId}`.execute(
      tx,
    )
    await keepToken(tx, subscriptionId, digest.tokenHash)
  },

  /** What stood in a mail that never reached its reader waits again: the alert was paused meanwhile, or the relay refused. */
  async release(tx: Tx): Promise<void> {
    await sql`update alert_item i set outbox_message_id = null from outbox_message m join subscription s on s.id = m.subscription_id
      where i.outbox_message_id = m.id and m.kind = 'digest' and m.state in ('suppressed', 'failed', 'expired') and s.state = 'active'`.execute(
      tx,
    )
  },

  /** Pauses end, and wishes that nobody confirmed in a week go; what was sent to their addresses stays counted, without its words. */
  async tidy(tx: Tx): Promise<void> {
    await sql`update subscription set state = 'active', paused_until = null where state = 'paused' and paused_until <= wellmet_now()`.execute(
      tx,
    )
    const old = sql`select id from subscription where state = 'pending' and created_at < clock_timestamp() - interval '7 days'`
    await sql`update outbox_message set subscription_id = null, address_enc = '', body_text = '', body_html = '', subject = '', headers = '{}',
      state = case state when 'queued' then 'expired' else state end where subscription_id in (${old}) and state not in ('handing_over', 'unknown')`.execute(
      tx,
    )
    await sql`delete from subscription s where s.id in (${old}) and not exists (select 1 from outbox_message m where m.subscription_id = s.id)`.execute(
      tx,
    )
  },
}

/** One digest for each alert and period: the outbox refuses a second row with this key. */
const digestKey = (subscriptionId: string, periodKey: string): string => `digest:${subscriptionId}:${periodKey}`

async function keepToken(tx: Tx, subscriptionId: string, hash: Buffer): Promise<void> {
  await sql`update subscription set unsubscribe_token_hashes = unsubscribe_token_hashes || ${hash}::bytea where id = ${subscriptionId}`.execute(
    tx,
  )
}
