import { type Kysely, sql } from 'kysely'

/** Publishers, the runs that take from them, and what came in: as fetched, or parked with a reason. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create table source (
  id text primary key, name text not null, publisher text not null, licence text not null, attribution text not null,
  address text, schedule text not null, expected_every interval, demonstration boolean not null default false,
  state text not null default 'ok' check (state in ('ok', 'late', 'thin', 'failing', 'stopped')), state_reason text,
  mark text, last_try_at timestamptz, last_success_at timestamptz, next_run_at timestamptz);
comment on table source is 'A publisher''s feed or file. The demonstration has sources of its own, so that counts never mix.';
comment on column source.mark is 'How far the source has been taken: moves only in the transaction that commits the last page of a window.';

create table pull (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade,
  cause text not null check (cause in ('file', 'schedule', 'person')), file_name text,
  window_from timestamptz, window_to timestamptz, mark_before text, mark_after text,
  state text not null default 'running' check (state in ('running', 'complete', 'thin', 'failed', 'skipped-same-version')), reason text,
  read integer not null default 0, new integer not null default 0, changed integer not null default 0,
  unchanged integer not null default 0, gone integer not null default 0, parked integer not null default 0,
  bytes bigint not null default 0, requests integer not null default 0,
  started_at timestamptz not null default clock_timestamp(), finished_at timestamptz);
comment on table pull is 'One run of taking from a source: window, marks, counts, state.';
create index pull_source on pull (source_id, started_at desc);

create table raw_document (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade,
  pull_id uuid not null references pull (id) on delete cascade, address text not null, content_type text,
  sha256 bytea not null, byte_length bigint not null, body bytea, path text, fetched_at timestamptz not null default clock_timestamp(),
  unique (source_id, sha256));
comment on table raw_document is 'Bytes as fetched, before parsing. May hold names of contact persons: no page, log, mail or export reads it.';
comment on column raw_document.path is 'Large snapshots stay on disk; body is then empty.';

create table parked_record (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade,
  pull_id uuid not null references pull (id) on delete cascade, position text not null, reason text not null, excerpt text not null,
  fingerprint bytea not null, state text not null default 'parked' check (state in ('parked', 'mended', 'discarded')),
  parked_at timestamptz not null default clock_timestamp(), unique (source_id, fingerprint));
comment on table parked_record is 'A record that could not be read: why, and where it stood. The fingerprint keeps a second pull from parking it twice.';
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table parked_record, raw_document, pull, source`.execute(db)
}
