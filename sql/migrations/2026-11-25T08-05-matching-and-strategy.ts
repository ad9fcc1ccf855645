import { type Kysely, sql } from 'kysely'

/** What the matching and alignment jobs write, and what people say back. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
create table match_run (
  id uuid primary key default gen_random_uuid(), engine_version text not null, parameters jsonb not null,
  needs integer not null default 0, organisations integer not null default 0, ideas integer not null default 0,
  matches integer not null default 0, second_chances integer not null default 0,
  started_at timestamptz not null default clock_timestamp(), finished_at timestamptz);
comment on table match_run is 'One run of the matcher: engine, parameters, what it covered.';

create table match (
  id uuid primary key default gen_random_uuid(), match_run_id uuid not null references match_run (id) on delete cascade,
  need_id uuid not null references need (id) on delete cascade, hub_id uuid references hub (id) on delete cascade,
  organisation_id uuid references organisation (id) on delete cascade, idea_id uuid references idea (id) on delete cascade,
  owner_organisation_id uuid, rank integer not null, score numeric not null, label text not null check (label in ('strong', 'possible', 'weak')),
  parts jsonb not null, evidence jsonb not null, against text[] not null default '{}', unknowns text[] not null default '{}', would_change text,
  distance_miles numeric, second_chance jsonb, check (num_nonnulls(organisation_id, idea_id) = 1));
comment on table match is 'A need and one candidate: rank, label, quoted evidence of both sides, what counts against, what is unknown. The score is a sort key for exports, never shown.';
comment on column match.second_chance is 'For ideas: {verdict, reasons: [{code, quote, verdict, why}]}: whether each recorded reason still bites for this need.';
create unique index match_organisation on match (need_id, organisation_id) where organisation_id is not null;
create unique index match_idea on match (need_id, idea_id) where idea_id is not null;
create index match_by_need on match (need_id, rank);
create index match_by_organisation on match (organisation_id, rank);
create index match_by_idea on match (idea_id, rank);

create table need_supply (
  need_id uuid primary key references need (id) on delete cascade, match_run_id uuid not null references match_run (id) on delete cascade,
  strong integer not null, possible integer not null, weak integer not null, in_reach integer not null, reach_miles integer not null,
  second_chances integer not null, assessed boolean not null, note text);
comment on table need_supply is 'Counts per need, without names: what anybody may see of the matches. assessed is false where the text is too short to say.';

create table match_feedback (
  id uuid primary key default gen_random_uuid(), need_id uuid not null references need (id) on delete cascade,
  organisation_id uuid references organisation (id) on delete cascade, idea_id uuid references idea (id) on delete cascade,
  hub_id uuid references hub (id) on delete cascade, account_id uuid references account (id) on delete set null, subscription_id uuid,
  verdict text not null check (verdict in ('fit', 'not_fit', 'later', 'contacted')), reason text,
  at timestamptz not null default clock_timestamp(), undone_at timestamptz, check (num_nonnulls(organisation_id, idea_id) = 1));
comment on table match_feedback is 'What a person said of a match. Only posted answers count; undoing sets a time, nothing is deleted.';
create index match_feedback_need on match_feedback (need_id) where undone_at is null;

create table framework (
  id uuid primary key default gen_random_uuid(), key text not null unique, name text not null, owner text not null,
  level text not null check (level in ('national', 'regional', 'local')), locality_code text references locality (code),
  valid_from date not null, valid_to date, source_address text not null, licence text not null, status text not null, demonstration boolean not null default false);
comment on table framework is 'A strategy document with dated priorities. Adding one needs rows, no code.';

create table framework_node (
  id uuid primary key default gen_random_uuid(), framework_id uuid not null references framework (id) on delete cascade,
  parent_id uuid references framework_node (id), code text not null, title text not null, definition text not null, position integer not null,
  kind text not null check (kind in ('theme', 'sector', 'instrument', 'beneficiary')), sic_prefixes text[] not null default '{}',
  cpv_prefixes text[] not null default '{}', target_share numeric, unique (framework_id, code));
comment on table framework_node is 'One priority of a framework: pillar, foundation, sector, mission or a county''s own P.';
comment on column framework_node.definition is 'Our own wording of what the priority covers: this is what links quote.';

create table framework_crosswalk (
  from_node_id uuid not null references framework_node (id) on delete cascade, to_node_id uuid not null references framework_node (id) on delete cascade,
  strength text not null check (strength in ('principal', 'significant', 'conflicts')), quote text not null, author text not null, dated date not null,
  primary key (from_node_id, to_node_id));
comment on table framework_crosswalk is 'A dated, authored, quoted link between priorities of two frameworks.';

create table alignment_link (
  id uuid primary key default gen_random_uuid(), item_kind text not null check (item_kind in ('need', 'idea', 'organisation', 'award')),
  item_id uuid not null, node_id uuid not null references framework_node (id) on delete cascade,
  grade text not null check (grade in ('principal', 'significant', 'not_targeted', 'conflicts')),
  basis text not null check (basis in ('declared', 'officer', 'rule', 'model')), state text not null check (state in ('suggested', 'confirmed', 'removed')),
  quotes jsonb not null check (jsonb_array_length(quotes) > 0), confidence numeric not null check (confidence between 0 and 1), method text not null,
  hub_id uuid references hub (id) on delete cascade, account_id uuid, coded_at timestamptz not null default clock_timestamp(),
  override_reason text, superseded_by uuid references alignment_link (id));
comment on table alignment_link is 'An item serves a priority, with a quote: no quote, no link. A rule or a model never says principal, and a removed link stays so that it is not suggested again.';
create unique index alignment_link_current on alignment_link (item_kind, item_id, node_id) where superseded_by is null;
create index alignment_link_node on alignment_link (node_id, item_kind) where superseded_by is null;

create table alignment_measure (
  node_id uuid not null references framework_node (id) on delete cascade, locality_code text not null references locality (code),
  item_kind text not null, items integer not null, confirmed integer not null, suggested integer not null, value numeric, valued_items integer not null default 0,
  computed_at timestamptz not null default clock_timestamp(), primary key (node_id, locality_code, item_kind));
comment on table alignment_measure is 'Counts per priority and place, without items: what anybody may see of the links.';

create table alignment_coverage (
  framework_id uuid not null references framework (id) on delete cascade, locality_code text not null references locality (code), item_kind text not null,
  confirmed integer not null, suggested integer not null, unlinked integer not null, not_coded integer not null,
  computed_at timestamptz not null default clock_timestamp(), primary key (framework_id, locality_code, item_kind));
comment on table alignment_coverage is 'How much has been compared with the framework at all: the bucket without a link is always visible.';
`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table alignment_coverage, alignment_measure, alignment_link, framework_crosswalk, framework_node, framework, match_feedback,
    need_supply, match, match_run`.execute(db)
}
