import { type Kysely, sql } from 'kysely'

// The doors that a mail's links lead to. Whoever holds a token is known by it alone, so these run as the owner, with a
// pinned path, and only the web process may call them. A token is never stored: its hash finds the row.

const changes = `
alter table subscription add column paused_until timestamptz;
comment on column subscription.paused_until is 'A pause ends by itself at this time.';
create index subscription_tokens on subscription using gin (unsubscribe_token_hashes);
create unique index subscription_confirm_token on subscription (confirm_token_hash);
create index outbox_message_domain on outbox_message (receiving_domain, accepted_at);
create index match_feedback_subscription on match_feedback (subscription_id) where undone_at is null;
alter table match_feedback drop constraint match_feedback_check,
  add constraint match_feedback_check check (num_nonnulls(organisation_id, idea_id) = 1 or (num_nonnulls(organisation_id, idea_id) = 0 and subscription_id is not null));
comment on constraint match_feedback_check on match_feedback is 'An alert that watches needs as such is answered without a candidate.';
create policy wellmet_mail_reads on membership for select to wellmet_mail using (true);
grant select on membership to wellmet_mail;
grant select (paused_until) on subscription to wellmet_web;
`

// The answer is nothing, whatever happened: who asks cannot learn whether an address is known here.
const askFunction = `
create function ask_subscription(asked jsonb, address_hash bytea, address_enc bytea, confirm_token bytea, stop_token bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wish uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(address_hash, 'hex'), 0));
  if exists (select 1 from suppression p where p.address_hmac = ask_subscription.address_hash and p.scope = 'all') then return; end if;
  if exists (select 1 from subscription s where s.address_hash = ask_subscription.address_hash and s.query = asked->'query'
      and s.cadence = asked->>'cadence' and s.state in ('active', 'paused', 'suspended')) then return; end if;
  -- Confirmations that nobody answered: one a day, three in all.
  if exists (select 1 from outbox_message m where m.address_hash = ask_subscription.address_hash and m.kind = 'confirmation'
      and m.created_at > clock_timestamp() - interval '24 hours') then return; end if;
  if (select count(*) from outbox_message m left join subscription s on s.id = m.subscription_id where m.address_hash = ask_subscription.address_hash
      and m.kind = 'confirmation' and s.confirmed_at is null) >= 3 then return; end if;
  select s.id into wish from subscription s where s.address_hash = ask_subscription.address_hash and s.query = asked->'query'
    and s.cadence = asked->>'cadence' and s.state = 'pending' limit 1 for update;
  if wish is null then
    insert into subscription (account_id, hub_id, organisation_id, address_hash, address_enc, name, query, cadence, ceiling, confirm_token_hash, unsubscribe_token_hashes,
      demonstration)
    values (actor_account(), actor_hub(), actor_organisation(), ask_subscription.address_hash, ask_subscription.address_enc, asked->>'name', asked->'query',
      asked->>'cadence', (asked->>'ceiling')::int, confirm_token, array[stop_token],
      -- Asked for where only a demonstration is loaded: its digest speaks of the demonstration's hub and sources.
      exists (select 1 from hub h where h.demonstration) and not exists (select 1 from hub h where not h.demonstration)) returning id into wish;
    insert into subscription_consent (subscription_id, subscriber_kind, lawful_basis, wording_version, consent_at, how, source)
    values (wish, asked->>'subscriber_kind', 'consent', asked->>'wording_version', clock_timestamp(), 'form', 'alerts page');
  else
    update subscription s set confirm_token_hash = confirm_token, unsubscribe_token_hashes = s.unsubscribe_token_hashes || stop_token where s.id = wish;
  end if;
  insert into outbox_message (id, subscription_id, kind, period_key, idempotency_key, item_count, subject, body_text, body_html, headers, address_hash, address_enc,
    receiving_domain, message_id, body_hash)
  values ((asked->>'message')::uuid, wish, 'confirmation', asked->>'message', 'confirmation:' || (asked->>'message'), 0, asked->>'subject', asked->>'body_text',
    asked->>'body_html', asked->'headers', ask_subscription.address_hash, ask_subscription.address_enc, asked->>'receiving_domain', asked->>'message_id',
    sha256(convert_to(asked->>'body_text', 'UTF8')));
end $$;
`

const tokenFunctions = `
create function subscription_of_token(token bytea) returns table (id uuid, name text, state text, cadence text, ceiling integer, query jsonb, confirmed_at timestamptz,
  paused_until timestamptz, address_enc bytea, for_confirmation boolean, items jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.name, s.state, s.cadence, s.ceiling, s.query, s.confirmed_at, s.paused_until, s.address_enc, coalesce(s.confirm_token_hash = token, false),
    coalesce((select jsonb_agg(i order by i.found_at desc, i.rank) from (select a.content->>'needTitle' as title, a.content->'idea'->>'title' as idea, a.found_at, a.rank, m.state as mail_state,
      m.accepted_at from alert_item a left join outbox_message m on m.id = a.outbox_message_id where a.subscription_id = s.id order by a.found_at desc, a.rank limit 40) i), '[]')
  from subscription s where s.confirm_token_hash = token or s.unsubscribe_token_hashes @> array[token]
$$;

create function confirm_subscription(token bytea) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  result text;
begin
  -- A request that nobody confirmed for seven days has ended; whoever finds the mail later asks again.
  update subscription s set state = 'active', confirmed_at = clock_timestamp() where s.confirm_token_hash = token and s.state = 'pending'
    and s.created_at > clock_timestamp() - interval '7 days';
  select s.state into result from subscription s where s.confirm_token_hash = token;
  insert into subscription_consent (subscription_id, subscriber_kind, lawful_basis, wording_version, consent_at, confirmed_at, how, source)
  select c.subscription_id, c.subscriber_kind, c.lawful_basis, c.wording_version, c.consent_at, s.confirmed_at, 'link in the confirmation mail', c.source
  from subscription s join subscription_consent c on c.subscription_id = s.id
  where s.confirm_token_hash = token and s.state = 'active' and not exists (select 1 from subscription_consent k where k.subscription_id = s.id and k.confirmed_at is not null)
  order by c.id limit 1;
  return result;
end $$;

create function stop_subscription(token bytea) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_one record;
begin
  select s.id, s.address_hash into found_one from subscription s where s.unsubscribe_token_hashes @> array[token] for update;
  if not found then return false; end if;
  update subscription s set state = 'unsubscribed', ended_at = coalesce(s.ended_at, clock_timestamp()) where s.id = found_one.id and s.state <> 'unsubscribed';
  insert into suppression (address_hmac, scope, reason, source) values (found_one.address_hash, 'subscription:' || found_one.id, 'unsubscribed', 'link')
  on conflict do nothing;
  update outbox_message m set state = 'suppressed', state_reason = 'unsubscribed' where m.subscription_id = found_one.id and m.state in ('queued', 'held');
  return true;
end $$;

create function pause_subscription(token bytea, until timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update subscription s set state = case when until is null then 'active' else 'paused' end, paused_until = until
  where s.unsubscribe_token_hashes @> array[token] and s.state in ('active', 'paused');
  return (select s.state from subscription s where s.unsubscribe_token_hashes @> array[token]);
end $$;
`

const answerFunctions = `
create function item_of_token(token bytea, about_need uuid, about_idea uuid) returns table (subscription_id uuid, account_id uuid, hub_id uuid, organisation_id uuid, title text, verdict text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.account_id, s.hub_id, (a.content->>'organisationId')::uuid, coalesce(a.content->'idea'->>'title', a.content->>'needTitle'),
    (select f.verdict from match_feedback f where f.subscription_id = s.id and f.need_id = about_need and f.idea_id is not distinct from about_idea and f.undone_at is null
      order by f.at desc limit 1)
  from subscription s join alert_item a on a.subscription_id = s.id
  where s.unsubscribe_token_hashes @> array[token] and a.outbox_message_id is not null and a.content->>'needId' = about_need::text
    and a.content->'idea'->>'id' is not distinct from about_idea::text
  order by a.found_at desc limit 1
$$;

create function answer_by_token(token bytea, about_need uuid, about_idea uuid, said text) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  item record;
begin
  if said not in ('fit', 'not_fit', 'later') then return false; end if;
  perform 1 from subscription s where s.unsubscribe_token_hashes @> array[token] for update;
  select * into item from item_of_token(token, about_need, about_idea);
  if not found then return false; end if;
  if item.verdict is not distinct from said and said <> 'later' then return true; end if;
  update match_feedback f set undone_at = clock_timestamp() where f.subscription_id = item.subscription_id and f.need_id = about_need
    and f.idea_id is not distinct from about_idea and f.undone_at is null;
  insert into match_feedback (need_id, organisation_id, idea_id, hub_id, account_id, subscription_id, verdict, reason)
  values (about_need, case when about_idea is null then item.organisation_id end, about_idea, item.hub_id, item.account_id, item.subscription_id, said, 'by mail');
  return true;
end $$;
`

const FUNCTIONS = `ask_subscription(jsonb, bytea, bytea, bytea, bytea), subscription_of_token(bytea), confirm_subscription(bytea), stop_subscription(bytea),
  pause_subscription(bytea, timestamptz), item_of_token(bytea, uuid, uuid), answer_by_token(bytea, uuid, uuid, text)`

export async function up(db: Kysely<never>): Promise<void> {
  for (const part of [changes, askFunction, tokenFunctions, answerFunctions]) await sql.raw(part).execute(db)
  await sql
    .raw(`revoke execute on function ${FUNCTIONS} from public; grant execute on function ${FUNCTIONS} to wellmet_web`)
    .execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql.raw(`drop function ${FUNCTIONS}`).execute(db)
  await sql`revoke select on membership from wellmet_mail`.execute(db)
  await sql`drop policy wellmet_mail_reads on membership`.execute(db)
  await sql`drop index subscription_tokens, subscription_confirm_token, outbox_message_domain, match_feedback_subscription`.execute(
    db,
  )
  await sql`delete from match_feedback where num_nonnulls(organisation_id, idea_id) = 0`.execute(db)
  await sql`alter table match_feedback drop constraint match_feedback_check,
    add constraint match_feedback_check check (num_nonnulls(organisation_id, idea_id) = 1)`.execute(db)
  await sql`revoke select (paused_until) on subscription from wellmet_web`.execute(db)
  await sql`alter table subscription drop column paused_until`.execute(db)
}
