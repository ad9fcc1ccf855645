import { type Kysely, sql } from 'kysely'

/** Subscriptions, the outbox from which every mail leaves, and the jobs that do the work. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create table subscription (
  id uuid primary key default gen_random_uuid(), account_id uuid references account (id) on delete cascade, hub_id uuid references hub (id) on delete cascade,
  organisation_id uuid references organisation (id) on delete cascade, address_hash bytea not null, address_enc bytea not null, name text not null,
  query jsonb not null, cadence text not null check (cadence in ('direct', 'daily', 'weekly', 'monthly')),
  zone text not null default 'Europe/London', window_start time not null default '07:00', ceiling integer not null default 5 check (ceiling between 1 and 50),
  state text not null default 'pending' check (state in ('pending', 'active', 'paused', 'unsubscribed', 'stopped', 'suspended')),
  confirm_token_hash bytea, unsubscribe_token_hashes bytea[] not null default '{}', created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz, ended_at timestamptz, demonstration boolean not null default false,
  check (window_start >= '06:00' and window_start < '20:00'));
comment on table subscription is 'One person''s confirmed wish to receive an alert. The address is encrypted; its keyed hash finds it again.';
create index subscription_address on subscription (address_hash);

create table subscription_consent (
  id bigint generated always as identity primary key, subscription_id uuid not null references subscription (id) on delete cascade,
  subscriber_kind text not null check (subscriber_kind in ('company', 'individual', 'unknown')), lawful_basis text not null, wording_version text not null,
  consent_at timestamptz not null, confirmed_at timestamptz, how text not null, source text not null);
comment on table subscription_consent is 'Who agreed to what wording, when and how. Append-only; unknown counts as an individual.';

create table outbox_message (
  id uuid primary key default gen_random_uuid(), subscription_id uuid references subscription (id) on delete cascade,
  kind text not null check (kind in ('digest', 'direct', 'confirmation', 'note')), period_key text not null, idempotency_key text not null unique,
  frozen_at timestamptz not null default clock_timestamp(), item_count integer not null, subject text not null, body_text text not null, body_html text not null,
  headers jsonb not null default '{}', address_hash bytea not null, address_enc bytea not null, receiving_domain text not null, message_id text not null unique, body_hash bytea not null,
  state text not null default 'queued' check (state in ('queued', 'handing_over', 'accepted', 'delivered', 'bounced', 'complained',
    'suppressed', 'held', 'expired', 'failed', 'unknown')),
  state_reason text, attempts integer not null default 0, run_at timestamptz not null default clock_timestamp(), lease_owner text, lease_until timestamptz,
  last_code text, accepted_at timestamptz, created_at timestamptz not null default clock_timestamp());
comment on table outbox_message is 'Every mail that we decided to send, before it leaves. A digest is its outbox message: the idempotency key is kind, subscription and period.';
create index outbox_message_queued on outbox_message (run_at, id) where state = 'queued';
create index outbox_message_leased on outbox_message (lease_until) where state in ('handing_over', 'unknown');
create index outbox_message_address on outbox_message (address_hash, accepted_at);

create table alert_item (
  id uuid primary key default gen_random_uuid(), subscription_id uuid not null references subscription (id) on delete cascade,
  thing_kind text not null check (thing_kind in ('need', 'idea')), thing_id uuid not null, material_version text not null,
  found_at timestamptz not null default clock_timestamp(), content jsonb not null, rank integer not null,
  outbox_message_id uuid references outbox_message (id) on delete set null, unique (subscription_id, thing_kind, thing_id, material_version));
comment on table alert_item is 'Something new or changed for one subscription. The natural key keeps the same thing from being news twice.';
create index alert_item_waiting on alert_item (subscription_id) where outbox_message_id is null;

create table delivery_event (
  id bigint generated always as identity primary key, outbox_message_id uuid references outbox_message (id) on delete cascade,
  at timestamptz not null default clock_timestamp(), kind text not null, code text, provider_ref text, signature_ok boolean,
  payload_hash bytea unique, processed_at timestamptz);
comment on table delivery_event is 'Hand-overs, replies and callbacks of a mail, append-only.';
create index delivery_event_message on delivery_event (outbox_message_id);

create table suppression (
  address_hmac bytea not null, scope text not null, reason text not null, source text not null, created_at timestamptz not null default clock_timestamp(),
  primary key (address_hmac, scope));
comment on table suppression is 'Addresses that are not mailed: scope all, hub:<id> or subscription:<id>. The hash outlives the erasure of the address.';

create table job_run (
  id bigint generated always as identity primary key, name text not null, bucket timestamptz not null, range_from timestamptz, range_to timestamptz,
  arguments jsonb not null default '{}', state text not null default 'queued' check (state in ('queued', 'running', 'done', 'exhausted', 'cancelled')),
  attempt integer not null default 0, lease_owner text, lease_until timestamptz, run_at timestamptz not null default clock_timestamp(),
  progress jsonb, result jsonb, error text, created_at timestamptz not null default clock_timestamp(), finished_at timestamptz, unique (name, bucket));
comment on table job_run is 'One run of one job: a row that a worker claims with a lease. The bucket makes a schedule fire once, however many workers tick.';
create index job_run_due on job_run (bucket, id) where state in ('queued', 'running');
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table job_run, suppression, delivery_event, alert_item, outbox_message, subscription_consent, subscription`.execute(
    db,
  )
}
