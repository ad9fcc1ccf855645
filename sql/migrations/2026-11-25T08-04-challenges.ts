import { type Kysely, sql } from 'kysely'

/** Challenge programmes, the ideas sent to them, why ideas were not adopted, and what their owners allow. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create table membership (
  id uuid primary key default gen_random_uuid(), account_id uuid not null references account (id) on delete cascade,
  hub_id uuid references hub (id) on delete cascade, organisation_id uuid references organisation (id) on delete cascade,
  role text not null check (role in ('innovator', 'innovator_admin', 'viewer', 'officer', 'commissioner', 'hub_admin', 'strategist', 'operator')),
  check (num_nonnulls(hub_id, organisation_id) = 1));
comment on table membership is 'A person''s role in one hub or one organisation. A request acts in one membership; rights are never added together.';
alter table session add constraint session_membership foreign key (membership_id) references membership (id) on delete cascade;

create table programme (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  hub_id uuid references hub (id) on delete cascade, name text not null, operator text, rules text, unique (source_id, source_ref));
comment on table programme is 'Who runs challenges under one set of rules.';

create table challenge (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  programme_id uuid references programme (id) on delete cascade, hub_id uuid references hub (id) on delete cascade,
  title text not null, title_key text not null, problem text, sponsors text[] not null default '{}', topics text[] not null default '{}',
  opens_on date, closes_at timestamptz, closes_on date, value_total numeric, value_from numeric, value_to numeric, phase text,
  eligibility text, locality_code text references locality (code), address text,
  state text not null check (state in ('scoping', 'market_consultation', 'open_call', 'assessment', 'design', 'prototype', 'pilot', 'follow_on', 'closed', 'cancelled')),
  row_hash bytea not null, pulled_at timestamptz not null, unique (source_id, source_ref));
comment on table challenge is 'One published problem with money, dates and criteria.';
comment on column challenge.title_key is 'Normalised title: the same call stands in several lists.';

alter table need add constraint need_challenge foreign key (challenge_id) references challenge (id) on delete cascade;

create table idea (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  organisation_id uuid references organisation (id) on delete cascade, owner_name text not null,
  state text not null check (state in ('private', 'in_programme', 'not_adopted', 'seeking', 'introduced', 'piloting', 'adopted', 'paused', 'closed', 'erased')),
  title text not null, teaser text, price numeric, price_first_phase numeric, maturity integer, maturity_stated_on date,
  organisation_size text, needs_partner boolean, unique (source_id, source_ref));
comment on table idea is 'The innovator''s own record of a solution; it exists apart from any application.';

create table idea_version (
  id uuid primary key default gen_random_uuid(), idea_id uuid not null references idea (id) on delete cascade, version integer not null,
  body text not null, stated_on date not null, unique (idea_id, version));
comment on table idea_version is 'The idea''s text as it stood on a day. Only readers within the tier see it.';

create table idea_evidence (
  id uuid primary key default gen_random_uuid(), idea_id uuid not null references idea (id) on delete cascade,
  statement text not null, evidence_date date not null, closes_gap text);
comment on table idea_evidence is 'Dated proof added after a decision; closes_gap names the gap item it answers.';

create table submission (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  challenge_id uuid not null references challenge (id) on delete cascade, idea_id uuid not null references idea (id) on delete cascade,
  hub_id uuid references hub (id) on delete cascade, organisation_id uuid references organisation (id) on delete cascade,
  mention_id uuid references mention (id) on delete set null, version integer not null default 1, submitted_on date,
  outcome text not null check (outcome in ('draft', 'submitted', 'in_assessment', 'shortlisted', 'funded', 'ineligible', 'sifted_out', 'not_adopted', 'withdrawn')),
  stage_reached text, decided_on date, score numeric, row_hash bytea not null, pulled_at timestamptz not null, unique (source_id, source_ref));
comment on table submission is 'One version of an idea sent to one challenge, and how it ended. The end says nothing about quality.';

create table non_adoption (
  id uuid primary key default gen_random_uuid(), submission_id uuid not null references submission (id) on delete cascade,
  hub_id uuid references hub (id) on delete cascade, organisation_id uuid,
  code text not null check (code in ('portfolio', 'budget', 'scope', 'readiness', 'evidence', 'capacity', 'eligibility', 'duplicate', 'unknown')),
  quote text, gap_items text[] not null default '{}', details jsonb not null default '{}', unique (submission_id, code));
comment on table non_adoption is 'A recorded reason why a submission was not adopted; several may hold.';

create table consent (
  id uuid primary key default gen_random_uuid(), idea_id uuid not null references idea (id) on delete cascade,
  tier text not null check (tier in ('title', 'teaser', 'full', 'named_reader')), wording_version text not null,
  given_at timestamptz not null, revoked_at timestamptz);
comment on table consent is 'The owner''s yes to a second look, with the tier that others may see. Without a row an idea is listed nowhere.';
create unique index consent_running on consent (idea_id) where revoked_at is null;

create table introduction (
  id uuid primary key default gen_random_uuid(), need_id uuid not null references need (id) on delete cascade,
  organisation_id uuid references organisation (id) on delete cascade, idea_id uuid references idea (id) on delete cascade,
  hub_id uuid not null references hub (id) on delete cascade, account_id uuid references account (id) on delete set null,
  state text not null default 'asked_owner' check (state in ('proposed', 'checked', 'asked_owner', 'asked_buyer', 'made', 'talking', 'result',
    'declined_owner', 'declined_buyer', 'expired', 'withdrawn')),
  created_at timestamptz not null default clock_timestamp(), check (num_nonnulls(organisation_id, idea_id) = 1));
comment on table introduction is 'A consented meeting of idea owner and need owner. The owner is asked first; silence is never yes.';
create unique index introduction_once on introduction (need_id, coalesce(organisation_id, idea_id), hub_id) where state not in ('withdrawn', 'expired');
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`alter table need drop constraint need_challenge`.execute(db)
  await sql`alter table session drop constraint session_membership`.execute(db)
  await sql`drop table introduction, consent, non_adoption, submission, idea_evidence, idea_version, idea, challenge, programme, membership`.execute(
    db,
  )
}
