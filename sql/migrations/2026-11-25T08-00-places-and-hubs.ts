import { type Kysely, sql } from 'kysely'

/** Places, hubs, the people who act for them, and what they did. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create function wellmet_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('wellmet.now', true), '')::timestamptz, clock_timestamp()) $$;
comment on function wellmet_now() is 'Today as pages and alerts see it. A demonstration or a test may pin it for its own database (alter database ... set wellmet.now); leases and logs use the real clock.';

create table locality (
  code text primary key, name text not null, kind text not null,
  parent_code text references locality (code), valid_from date, valid_to date);
comment on table locality is 'An effective-dated area with a code (GSS). Old areas stay: history keeps its names.';

create table locality_neighbour (
  locality_code text not null references locality (code), neighbour_code text not null references locality (code),
  primary key (locality_code, neighbour_code));
comment on table locality_neighbour is 'Two localities that share a border, both directions stored.';

create table outward_code (
  code text primary key, locality_code text references locality (code), latitude numeric not null, longitude numeric not null);
comment on table outward_code is 'First half of a postcode with a rough centre, ours: stands in until a postcode file is loaded. Where a code crosses a border it belongs to the place that holds most of it.';

create table hub (
  id uuid primary key default gen_random_uuid(), name text not null, kind text not null check (kind in ('council', 'combined_authority')),
  parent_hub_id uuid references hub (id), postal_address text not null, demonstration boolean not null default false,
  created_at timestamptz not null default clock_timestamp());
comment on table hub is 'An organisation that runs Wellmet for its clients and places: the tenant.';

create table hub_locality (
  hub_id uuid not null references hub (id) on delete cascade, locality_code text not null references locality (code),
  primary key (hub_id, locality_code));
comment on table hub_locality is 'The places a hub works for.';

create table account (
  id uuid primary key default gen_random_uuid(), display_name text not null, demonstration boolean not null default false,
  created_at timestamptz not null default clock_timestamp());
comment on table account is 'A person who can act. In the demonstration the name is the role, never a person.';

create table session (
  id uuid primary key default gen_random_uuid(), token_hash bytea not null unique,
  account_id uuid not null references account (id) on delete cascade, membership_id uuid,
  created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, revoked_at timestamptz);
comment on table session is 'One sign-in of one account, acting in at most one membership. Only the hash of the token is kept.';

create table audit_event (
  id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
  account_id uuid, hub_id uuid, action text not null, subject_kind text not null, subject_id text not null,
  detail jsonb not null default '{}');
comment on table audit_event is 'Who did what, when, with which right. Written in the transaction of the deed; nobody may change or delete a row.';
create index audit_event_hub on audit_event (hub_id, at desc);
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table audit_event, session, account, hub_locality, hub, outward_code, locality_neighbour, locality`.execute(
    db,
  )
  await sql`drop function wellmet_now()`.execute(db)
}
