import { type Kysely, sql } from 'kysely'

/** One record for every real organisation, and the mentions that are still to be joined to one. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create table organisation (
  id uuid primary key default gen_random_uuid(), name text not null, category text,
  status text not null default 'unknown' check (status in ('active', 'strike_off_proposed', 'insolvent', 'left_register', 'unknown')),
  status_text text, incorporated_on date, left_register_on date,
  address_lines text[] not null default '{}', post_town text, county text, country text,
  postcode text, postcode_as_written text, locality_code text references locality (code), locality_rule text,
  accounts_category text, about text,
  source_id text not null references source (id) on delete cascade, source_ref text not null, pulled_at timestamptz not null,
  row_hash bytea not null, unique (source_id, source_ref));
comment on table organisation is 'A body with one or more register identifiers. Values are the register''s; corrections annotate, they never overwrite.';
comment on column organisation.locality_code is 'Place of the registered office, which is not always where the firm works.';
comment on column organisation.locality_rule is 'Which rule placed it: postcode, outward code, post town.';
comment on column organisation.about is 'Its own words about itself, where a source carries them.';
create index organisation_locality on organisation (locality_code, status);
create index organisation_postcode on organisation (postcode);
create index organisation_name_trgm on organisation using gin (name gin_trgm_ops);

create table organisation_identifier (
  scheme text not null, identifier text not null, organisation_id uuid not null references organisation (id) on delete cascade,
  source_id text not null references source (id) on delete cascade, source_ref text not null, pulled_at timestamptz not null,
  primary key (scheme, identifier));
comment on table organisation_identifier is 'A register''s number for the body (org-id scheme and number), as text: GB-COH is padded to eight.';
create index organisation_identifier_organisation on organisation_identifier (organisation_id);

create table organisation_name (
  organisation_id uuid not null references organisation (id) on delete cascade, kind text not null check (kind in ('registered', 'previous', 'trading')),
  name text not null, valid_to date, primary key (organisation_id, kind, name));
comment on table organisation_name is 'Names over time. A previous name may lack its date.';

create table organisation_activity (
  organisation_id uuid not null references organisation (id) on delete cascade, scheme text not null, code text not null,
  title text not null, position integer not null, primary key (organisation_id, scheme, code));
comment on table organisation_activity is 'What the body told the register it does (SIC 2007; a few rows still SIC 2003).';
create index organisation_activity_code on organisation_activity (scheme, code);

create table capability (
  id uuid primary key default gen_random_uuid(), organisation_id uuid not null references organisation (id) on delete cascade,
  statement text not null, basis text not null check (basis in ('stated', 'contract', 'idea')), evidence_date date,
  source_id text not null references source (id) on delete cascade, source_ref text not null, pulled_at timestamptz not null,
  unique (source_id, source_ref));
comment on table capability is 'What an organisation can do, in own words, each line with its basis and date.';

create table mention (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  role text not null check (role in ('buyer', 'supplier', 'submitter')), name text, identifiers jsonb not null default '[]',
  postcode text, town text, region text, pulled_at timestamptz not null, unique (source_id, source_ref));
comment on table mention is 'An organisation as a source wrote it. A name alone never makes an organisation.';

create table mention_link (
  mention_id uuid primary key references mention (id) on delete cascade,
  organisation_id uuid not null references organisation (id) on delete cascade, score numeric not null check (score between 0 and 1),
  evidence jsonb not null, decided_by text not null check (decided_by in ('identifier', 'rule', 'steward')),
  decided_at timestamptz not null default clock_timestamp());
comment on table mention_link is 'Which organisation a mention means, why, and who said so. Deleting the row undoes the join.';
create index mention_link_organisation on mention_link (organisation_id);

create table registry_event (
  id uuid primary key default gen_random_uuid(), organisation_id uuid not null references organisation (id) on delete cascade,
  kind text not null check (kind in ('incorporated', 'status_changed', 'renamed', 'moved', 'left_register')),
  happened_on date, pull_id uuid references pull (id) on delete set null, before text, after text,
  observed_at timestamptz not null default clock_timestamp());
comment on table registry_event is 'A change that a pull of the register showed.';
create index registry_event_organisation on registry_event (organisation_id);

create table classification_code (
  scheme text not null, code text not null, parent_code text, title text not null, primary key (scheme, code));
comment on table classification_code is 'Industry sections and divisions (SIC 2007) and procurement divisions (CPV 2008).';
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table classification_code, registry_event, mention_link, mention, capability, organisation_activity, organisation_name,
    organisation_identifier, organisation`.execute(db)
}
