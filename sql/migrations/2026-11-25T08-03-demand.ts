import { type Kysely, sql } from 'kysely'

/** What places ask for: notices, consultations, needs. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create sequence need_reference;

create table notice_release (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade,
  ocid text not null, release_id text not null, tags text[] not null, notice_type text, published_at timestamptz not null,
  body jsonb not null, content_hash bytea not null, pull_id uuid not null references pull (id) on delete cascade,
  taken_at timestamptz not null default clock_timestamp(), unique (source_id, ocid, release_id, content_hash));
comment on table notice_release is 'One publication in a procurement, without contact persons. The same id with other content is kept as well: the last taken wins.';

create table notice (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, ocid text not null,
  title text not null, description text, regime text not null check (regime in ('new', 'old', 'below', 'unknown')), notice_type text,
  kind text not null check (kind in ('engagement', 'pipeline', 'planned', 'tender', 'award', 'contract', 'termination', 'other')),
  status text, method text, method_details text, category text, buyer_name text, buyer_mention_id uuid references mention (id) on delete set null,
  locality_code text references locality (code), locality_rule text, region_text text,
  value_amount numeric, value_currency text, value_note text, cpv text[] not null default '{}',
  lots jsonb not null default '[]', warnings text[] not null default '{}', suitable_sme boolean, suitable_vcse boolean,
  published_at timestamptz not null, closes_at timestamptz, engagement_due_at timestamptz, future_notice_at timestamptz,
  contract_from date, contract_to date, address text, release_count integer not null, row_hash bytea not null,
  pulled_at timestamptz not null, unique (source_id, ocid));
comment on table notice is 'All publications under one OCID, compiled: latest value of each field. One OCID is not always one procurement.';
comment on column notice.value_amount is 'Null where the publisher''s figure means unknown (0, 0.01, 1, runs of nines): value_note says so.';
create index notice_locality on notice (locality_code, kind, published_at desc);

create table award (
  id uuid primary key default gen_random_uuid(), notice_id uuid not null references notice (id) on delete cascade,
  source_ref text not null, title text, status text, awarded_on date, value_amount numeric, value_currency text, value_note text,
  contract_from date, contract_to date, cpv text[] not null default '{}', unique (notice_id, source_ref));
comment on table award is 'A decision to buy. Its publisher''s id is not unique, so source_ref carries the position too.';

create table award_supplier (
  award_id uuid not null references award (id) on delete cascade, mention_id uuid not null references mention (id) on delete cascade,
  primary key (award_id, mention_id));
comment on table award_supplier is 'Who was awarded, as written; mention_link says which organisation that is.';

create table consultation (
  id uuid primary key default gen_random_uuid(), source_id text not null references source (id) on delete cascade, source_ref text not null,
  hub_id uuid references hub (id) on delete cascade, title text not null, overview text, department text, locality_code text references locality (code),
  opens_on date, closes_on date, state text not null check (state in ('draft', 'open', 'closed', 'reported')), address text,
  pulled_at timestamptz not null, unique (source_id, source_ref));
comment on table consultation is 'An asking. Answers belong to the hub that asked and are private to it.';

create table question (
  id uuid primary key default gen_random_uuid(), consultation_id uuid not null references consultation (id) on delete cascade,
  number integer not null, wording text not null, kind text not null default 'free_text', unique (consultation_id, number));
comment on table question is 'One question of a consultation.';

create table response (
  id uuid primary key default gen_random_uuid(), consultation_id uuid not null references consultation (id) on delete cascade,
  hub_id uuid references hub (id) on delete cascade, source_ref text not null, public_id text not null, submitted_on date,
  respondent_kind text, locality_code text references locality (code), publish_consent boolean not null default false,
  state text not null default 'received', support integer, duplicate_of text[] not null default '{}', row_hash bytea not null,
  unique (consultation_id, source_ref));
comment on table response is 'One person''s or body''s answer. source_ref is private; public_id is what may be shown.';
comment on column response.duplicate_of is 'source_ref of the responses that staff said ask for the same thing; they may not be loaded.';

create table answer (
  id uuid primary key default gen_random_uuid(), response_id uuid not null references response (id) on delete cascade,
  question_id uuid not null references question (id) on delete cascade, hub_id uuid references hub (id) on delete cascade,
  body text not null, unique (response_id, question_id));
comment on table answer is 'The words given to one question. Personal data: shown only with consent, never logged.';

create table need (
  id uuid primary key default gen_random_uuid(), reference text not null unique default 'ND-' || lpad(nextval('need_reference')::text, 4, '0'),
  hub_id uuid references hub (id) on delete cascade, origin text not null check (origin in ('consulted', 'entered', 'harvested')),
  state text not null check (state in ('draft', 'submitted', 'open', 'in_challenge', 'in_procurement', 'met', 'closed_unmet', 'withdrawn')),
  title text not null, description text not null, outcome text, outcome_measure text, baseline text, affected_group text, affected_count integer,
  locality_code text references locality (code), place_text text, owner_text text, stage_text text,
  money_first_phase numeric, money_total numeric, money_currency text not null default 'GBP', money_note text,
  opened_on date, closes_at timestamptz, maturity_from integer, maturity_to integer, pays_feasibility boolean, smaller_lots boolean,
  existing_service boolean, eligibility jsonb, shared_with_hubs boolean not null default false, confirmed_on date,
  notice_id uuid references notice (id) on delete cascade, challenge_id uuid, quote jsonb, solution_language jsonb not null default '[]',
  cpv text[] not null default '{}', source_id text references source (id) on delete cascade, source_ref text, pulled_at timestamptz,
  row_hash bytea, text_version bigint generated always as identity, created_at timestamptz not null default clock_timestamp(), unique (source_id, source_ref));
comment on table need is 'An outcome somebody lacks, in a place, described without a solution. Harvested needs quote the sentence they come from and have no owner.';
comment on column need.maturity_from is 'Technology readiness 1 to 9 that the need can work with.';
comment on column need.eligibility is 'Rules as data: {localities?: code[], legal_forms?: text[], max_size?: text}; null means not stated.';
create index need_locality on need (locality_code, state);
create index need_hub on need (hub_id, state);

create table need_evidence (
  id uuid primary key default gen_random_uuid(), need_id uuid not null references need (id) on delete cascade,
  answer_id uuid references answer (id) on delete cascade, hub_id uuid references hub (id) on delete cascade,
  quote text not null, stance text not null check (stance in ('supports', 'opposes')), respondent_kind text, public_id text, said_on date);
comment on table need_evidence is 'What people and bodies said, in their words, each with consent to publish.';

create table need_event (
  id uuid primary key default gen_random_uuid(), need_id uuid not null references need (id) on delete cascade, hub_id uuid,
  kind text not null, before text, after text, reason text, account_id uuid, at timestamptz not null default clock_timestamp());
comment on table need_event is 'Each change of state, deadline or money of a need: who, when, why, before, after.';
create index need_event_need on need_event (need_id, at desc);

create table need_search (
  need_id uuid primary key references need (id) on delete cascade, locality_code text, state text not null, words tsvector not null, title text not null);
comment on table need_search is 'Published needs only, for search: under row-level security the planner will not use a text index, so the projection is public by itself.';
create index need_search_words on need_search using gin (words);

create function need_search_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from need_search where need_id = new.id;
  if new.state not in ('draft', 'submitted', 'withdrawn') then
    insert into need_search (need_id, locality_code, state, words, title)
    values (new.id, new.locality_code, new.state,
      setweight(to_tsvector('english', new.title), 'A') || to_tsvector('english', coalesce(new.outcome, '') || ' ' || left(new.description, 20000)), new.title);
  end if;
  return null;
end $$;
revoke execute on function need_search_keep() from public;
create trigger need_search_keep after insert or update of title, description, outcome, state, locality_code on need
  for each row execute function need_search_keep();
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table need_search, need_event, need_evidence, need, answer, response, question, consultation, award_supplier, award, notice, notice_release`.execute(
    db,
  )
  await sql`drop function need_search_keep`.execute(db)
  await sql`drop sequence need_reference`.execute(db)
}
