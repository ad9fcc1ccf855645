import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'

/** How fast mail leaves, how long a hand-over may take and when it is tried again. Seconds, unless said otherwise. */
export interface Pace {
  /** Mails in flight at once. */
  batch: number
  /** Longer than everything one hand-over may take: see `transport.ts`. */
  lease: number
  /** The longest that a relay may take to accept a mail whose sender has died. Nobody asks the ledger earlier. */
  settle: number
  /** Waits after the first, second, ... definite refusal; the last one repeats. */
  backoff: number[]
  /** After this long, a mail that is still refused has failed. */
  giveUp: number
  /** How long a mail stays unknown when no ledger answers. */
  unanswered: number
  /** Mails to one address in 24 hours, over all hubs. */
  perAddressDay: number
  /** Mails to one receiving domain in one second. */
  perDomainSecond: number
}

export const PACE: Pace = {
  batch: 5,
  lease: 45,
  settle: 10,
  backoff: [60, 300, 900, 3600, 3600],
  giveUp: 24 * 3600,
  unanswered: 4 * 3600,
  perAddressDay: 5,
  perDomainSecond: 10,
}

/** A mail that this worker alone may hand over until its lease ends. */
export interface Claimed {
  id: string
  kind: 'digest' | 'direct' | 'confirmation' | 'note'
  subject: string
  body_text: string
  body_html: string
  headers: Record<string, string>
  address_enc: Buffer
  message_id: string
}

/** What one look at the queue came to. */
export interface Claim {
  mails: Claimed[]
  /** Looked at, whatever became of them. */
  due: number
  suppressed: number
}

export interface Unknown {
  id: string
  message_id: string
  /** Seconds since nobody knows. */
  age: number
}

type Verdict = 'go' | 'suppressed' | 'cap' | 'rate'

/** Every change of an outbox message on its way out. A message under a lease is finished by the holder of that lease only. */
export const OutboxStore = {
  /**
   * Takes the next due mails under a lease. Whether each may still go (alert running, address not suppressed, caps) is
   * asked in the statement that claims it: a stop that was answered before this moment is obeyed.
   */
  async claim(tx: Tx, owner: string, pace: Pace): Promise<Claim> {
    // One claim at a time, so that the caps count what other workers have just taken. A claim takes milliseconds.
    await sql`select pg_advisory_xact_lock(hashtextextended('wellmet outbox claim', 0))`.execute(tx)
    const found = await sql<Claimed & { verdict: Verdict }>`
      with candidate as materialized (
        select m.id, m.subscription_id, m.kind, m.address_hash, m.receiving_domain, m.run_at from outbox_message m
        where m.state = 'queued' and m.run_at <= clock_timestamp() order by m.run_at, m.id limit ${pace.batch * 4} for update skip locked),
      judged as (
        select c.id, c.run_at, case
          when exists (select 1 from suppression x where x.address_hmac = c.address_hash
            and x.scope in ('all', 'subscription:' || c.subscription_id, 'hub:' || s.hub_id)) then 'The address is not mailed any more'
          when c.kind in ('digest', 'direct') and (s.id is null or s.state <> 'active' or s.confirmed_at is null) then 'The alert is ' || coalesce(s.state, 'gone')
          when c.kind = 'confirmation' and (s.id is null or s.state <> 'pending') then 'The alert is no longer waiting to be confirmed'
        end as reason,
        (select count(*) from outbox_message o where o.address_hash = c.address_hash and o.accepted_at > clock_timestamp() - interval '1 day')
          + (select count(*) from outbox_message o where o.state in ('handing_over', 'unknown') and o.address_hash = c.address_hash)
          + row_number() over (partition by c.address_hash order by c.run_at, c.id) > ${pace.perAddressDay} as capped,
        (select count(*) from outbox_message o where o.receiving_domain = c.receiving_domain and o.accepted_at > clock_timestamp() - interval '1 second')
          + (select count(*) from outbox_message o where o.state = 'handing_over' and o.receiving_domain = c.receiving_domain)
          + row_number() over (partition by c.receiving_domain order by c.run_at, c.id) > ${pace.perDomainSecond} as rated
        from candidate c left join subscription s on s.id = c.subscription_id),
      decided as (
        select id, reason, run_at, case when reason is not null then 'suppressed' when capped then 'cap' when rated then 'rate' else 'go' end as verdict from judged),
      chosen as (
        select id, reason, verdict, row_number() over (partition by verdict order by run_at, id) as position from decided)
      update outbox_message m set
        state = case verdict when 'go' then 'handing_over' when 'suppressed' then 'suppressed' else 'queued' end,
        state_reason = case verdict when 'suppressed' then chosen.reason when 'cap' then 'Waits: this address has had its mails of today' end,
        attempts = m.attempts + case verdict when 'go' then 1 else 0 end,
        lease_owner = case verdict when 'go' then ${owner} end,
        lease_until = case verdict when 'go' then clock_timestamp() + make_interval(secs => ${pace.lease}) end,
        run_at = case verdict when 'cap' then clock_timestamp() + interval '1 hour' when 'rate' then clock_timestamp() + interval '1 second' else m.run_at end
      from chosen where m.id = chosen.id and (verdict <> 'go' or position <= ${pace.batch})
      returning m.id, m.kind, m.subject, m.body_text, m.body_html, m.headers, m.address_enc, m.message_id, chosen.verdict`.execute(
      tx,
    )
    const mails = found.rows.filter(row => row.verdict === 'go')
    const suppressed = found.rows.filter(row => row.verdict === 'suppressed')
    await note(tx, ids(mails), 'handing_over')
    await note(tx, ids(suppressed), 'suppressed')
    return { mails, due: mails.length + suppressed.length, suppressed: suppressed.length }
  },

  /** Whether something will be due within a moment, so that waiting for it is worth while. */
  async isSomethingNear(tx: Tx): Promise<boolean> {
    const found = await sql<{ near: boolean }>`select exists (select 1 from outbox_message m where m.state = 'queued'
      and m.run_at <= clock_timestamp() + interval '2 seconds') as near`.execute(tx)
    return found.rows[0]?.near ?? false
  },

  /** The relay has it. False: the lease was no longer ours, and the ledger will tell. */
  async accept(tx: Tx, id: string, lease: { owner: string; code: string }): Promise<boolean> {
    return finish(
      tx,
      id,
      lease,
      sql`state = 'accepted', state_reason = null, accepted_at = clock_timestamp(), last_code = ${lease.code}`,
    )
  },

  /** The relay said no in so many words: later again, or never after a permanent refusal or a day of trying. */
  async refuse(
    tx: Tx,
    id: string,
    refusal: { owner: string; code: string; permanent: boolean; pace: Pace },
  ): Promise<boolean> {
    const { code, permanent, pace } = refusal
    const over = sql`(${permanent} or frozen_at < clock_timestamp() - make_interval(secs => ${pace.giveUp}))`
    return finish(
      tx,
      id,
      { ...refusal, kind: 'refused' },
      sql`state = case when ${over} then 'failed' else 'queued' end, last_code = ${code},
        state_reason = case when ${over} then 'The receiving side refused it' else 'Refused for now, tried again' end,
        run_at = clock_timestamp() + make_interval(secs => (${pace.backoff}::float8[])[least(attempts, ${pace.backoff.length})])`,
    )
  },

  /** Not sent after all, because of what was found right before the hand-over. */
  async suppress(tx: Tx, id: string, lease: { owner: string; reason: string }): Promise<boolean> {
    return finish(
      tx,
      id,
      { owner: lease.owner, code: null, kind: 'suppressed' },
      sql`state = 'suppressed', state_reason = ${lease.reason}`,
    )
  },

  /** The connection broke at a moment that leaves both possible. The lease runs out by itself; only the log grows. */
  async remember(tx: Tx, id: string, code: string): Promise<void> {
    await note(tx, [id], 'unclear', code)
  },

  /** Mails whose worker has been silent for a whole lease are unknown from now on. */
  async expireLeases(tx: Tx, pace: Pace): Promise<number> {
    const found = await sql<{ id: string }>`
      update outbox_message m set state = 'unknown', run_at = clock_timestamp(), lease_until = clock_timestamp() + make_interval(secs => ${pace.settle}),
        state_reason = 'Handed over, but no answer came'
      where m.state = 'handing_over' and m.lease_until < clock_timestamp() returning m.id`.execute(tx)
    await note(tx, ids(found.rows), 'unknown')
    return found.rows.length
  },

  /** Unknown mails whose time to ask has come, under a lease of this worker. */
  async claimUnknown(tx: Tx, owner: string, pace: Pace): Promise<Unknown[]> {
    const found = await sql<Unknown>`
      update outbox_message m set lease_owner = ${owner}, lease_until = clock_timestamp() + make_interval(secs => ${pace.lease})
      where m.id in (select u.id from outbox_message u where u.state = 'unknown' and u.lease_until < clock_timestamp()
        order by u.lease_until, u.id limit 200 for update skip locked)
      returning m.id, m.message_id, extract(epoch from clock_timestamp() - m.run_at)::float8 as age`.execute(tx)
    return found.rows
  },

  /** What the ledger said of unknown mails: the relay has them; it has not (sent again under the same Message-ID); no answer. */
  async settle(
    tx: Tx,
    owner: string,
    answer: { seen: string[]; unseen: string[]; unanswered: string[] },
  ): Promise<void> {
    const ours = (list: string[]) => sql`id = any(${list}::uuid[]) and state = 'unknown' and lease_owner = ${owner}`
    await sql`update outbox_message set state = 'accepted', state_reason = 'Found in the ledger of the relay', accepted_at = clock_timestamp(),
      lease_owner = null, lease_until = null where ${ours(answer.seen)}`.execute(tx)
    await sql`update outbox_message set state = 'queued', state_reason = 'Sent again: it did not arrive the first time', run_at = clock_timestamp(),
      lease_owner = null, lease_until = null where ${ours(answer.unseen)}`.execute(tx)
    await sql`update outbox_message set lease_until = clock_timestamp() + interval '30 seconds', lease_owner = null where ${ours(answer.unanswered)}`.execute(
      tx,
    )
    await note(tx, answer.seen, 'found')
    await note(tx, answer.unseen, 'not_found')
  },

  /** Mails that wait for a person to release or discard them. */
  async held(tx: Tx): Promise<number> {
    const found = await sql<{ n: number }>`select count(*)::int as n from outbox_message where state = 'held'`.execute(
      tx,
    )
    return found.rows[0]?.n ?? 0
  },
}

/** Ends a hand-over if the lease is still its holder's, and writes it down. */
async function finish(
  tx: Tx,
  id: string,
  lease: { owner: string; code: string | null; kind?: string },
  change: ReturnType<typeof sql>,
): Promise<boolean> {
  const done = await sql`update outbox_message set ${change}, lease_owner = null, lease_until = null
    where id = ${id} and lease_owner = ${lease.owner} and state in ('handing_over', 'unknown')`.execute(tx)
  if (done.numAffectedRows !== 1n) return false
  await note(tx, [id], lease.kind ?? 'accepted', lease.code)
  return true
}

async function note(tx: Tx, messages: string[], kind: string, code: string | null = null): Promise<void> {
  if (messages.length === 0) return
  await tx
    .insertInto('delivery_event')
    .values(messages.map(outbox_message_id => ({ outbox_message_id, kind, code })))
    .execute()
}

const ids = (rows: { id: string }[]): string[] => rows.map(row => row.id)
