import { type Kysely, sql } from 'kysely'

// Row-level security decides who sees and changes what, for every table, from the first day.
// Four lists say it all: what anybody may read, what is read under a condition, what the web process
// may write, and what each system role of the worker may touch. Anything not listed is closed.

/** Readable by everybody: registers, published notices, counts without names, our own reference data. */
const PUBLIC = [
  'locality',
  'locality_neighbour',
  'outward_code',
  'hub',
  'hub_locality',
  'source',
  'pull',
  'organisation',
  'organisation_identifier',
  'organisation_name',
  'organisation_activity',
  'capability',
  'mention_link',
  'registry_event',
  'classification_code',
  'notice',
  'award',
  'award_supplier',
  'need_search',
  'programme',
  'challenge',
  'match_run',
  'need_supply',
  'framework',
  'framework_node',
  'framework_crosswalk',
  'alignment_measure',
  'alignment_coverage',
]

const STAFF = `(select actor_role()) in ('officer', 'commissioner', 'hub_admin')`
const HUB_ROLE = `(select actor_role()) in ('viewer', 'officer', 'commissioner', 'hub_admin')`
const OWN_HUB = 'hub_id = (select actor_hub())'
const OWN_ORGANISATION = 'organisation_id = (select actor_organisation())'
const NEED_VISIBLE = 'exists (select 1 from need n where n.id = need_id)'
const IDEA_CONSENTED = 'exists (select 1 from consent c where c.idea_id = {idea} and c.revoked_at is null)'

/** Readable under a condition (table, condition on its row). */
const CONDITIONAL: [table: string, using: string][] = [
  ['mention', `role <> 'submitter'`],
  ['consultation', `state <> 'draft' or (${OWN_HUB} and ${STAFF})`],
  ['question', 'exists (select 1 from consultation c where c.id = consultation_id)'],
  ['response', `${STAFF} and (${OWN_HUB} or hub_id is null)`],
  ['answer', `${STAFF} and (${OWN_HUB} or hub_id is null)`],
  [
    'need',
    `state in ('open', 'in_challenge', 'in_procurement', 'met', 'closed_unmet') or (${OWN_HUB} and ${HUB_ROLE})
      or (shared_with_hubs and (select actor_role()) in ('viewer', 'officer', 'commissioner', 'hub_admin', 'strategist'))`,
  ],
  ['need_evidence', NEED_VISIBLE],
  ['need_event', NEED_VISIBLE],
  [
    'idea',
    `${OWN_ORGANISATION} or ((select actor_role()) in ('officer', 'commissioner', 'viewer', 'hub_admin', 'strategist') and ${IDEA_CONSENTED.replace('{idea}', 'idea.id')})`,
  ],
  [
    'idea_version',
    `exists (select 1 from idea i where i.id = idea_id and (i.organisation_id = (select actor_organisation())
      or exists (select 1 from consent c where c.idea_id = i.id and c.revoked_at is null and c.tier = 'full')))`,
  ],
  ['idea_evidence', 'exists (select 1 from idea i where i.id = idea_id)'],
  // Not by the idea's owner: the policy of idea asks for consents, and PostgreSQL refuses two policies that ask each other.
  ['consent', 'revoked_at is null'],
  ['submission', `${OWN_ORGANISATION} or (${OWN_HUB} and ${STAFF})`],
  ['non_adoption', `${OWN_ORGANISATION} or (${OWN_HUB} and ${STAFF})`],
  [
    'introduction',
    `(${OWN_HUB} and ${STAFF}) or ${OWN_ORGANISATION} or exists (select 1 from idea i where i.id = idea_id and i.organisation_id = (select actor_organisation()))`,
  ],
  [
    'match',
    `(${NEED_VISIBLE} and (idea_id is null or ${IDEA_CONSENTED.replace('{idea}', 'match.idea_id')})) and
      ((${HUB_ROLE} and (${OWN_HUB} or hub_id is null)) or ${OWN_ORGANISATION} or owner_organisation_id = (select actor_organisation()))`,
  ],
  ['match_feedback', `(${HUB_ROLE} and ${OWN_HUB}) or account_id = (select actor_account())`],
  [
    'alignment_link',
    `case item_kind when 'need' then exists (select 1 from need n where n.id = item_id)
      when 'idea' then exists (select 1 from idea i where i.id = item_id) else true end`,
  ],
  ['parked_record', `(select actor_role()) in ('hub_admin', 'operator')`],
  [
    'audit_event',
    `(${OWN_HUB} and (select actor_role()) in ('hub_admin', 'strategist')) or (select actor_role()) = 'operator'`,
  ],
  ['subscription', 'account_id = (select actor_account())'],
  ['subscription_consent', 'exists (select 1 from subscription s where s.id = subscription_id)'],
  ['alert_item', 'exists (select 1 from subscription s where s.id = subscription_id)'],
  ['outbox_message', 'exists (select 1 from subscription s where s.id = subscription_id)'],
  ['delivery_event', 'exists (select 1 from outbox_message m where m.id = outbox_message_id)'],
]

/** What the web process may write (table, command, condition on the new row). */
const WEB_WRITES: [table: string, command: 'insert' | 'update', check: string, columns?: string][] = [
  [
    'match_feedback',
    'insert',
    `account_id = (select actor_account()) and ((${STAFF} and ${OWN_HUB}) or (hub_id is null and (${OWN_ORGANISATION}
      or exists (select 1 from idea i where i.id = idea_id and i.organisation_id = (select actor_organisation()))))) and ${NEED_VISIBLE}`,
  ],
  ['match_feedback', 'update', 'account_id = (select actor_account())', 'undone_at'],
  [
    'introduction',
    'insert',
    `${STAFF} and ${OWN_HUB} and account_id = (select actor_account()) and state = 'asked_owner' and ${NEED_VISIBLE}`,
  ],
  ['introduction', 'update', `${STAFF} and ${OWN_HUB}`, 'state'],
  ['audit_event', 'insert', 'account_id is not distinct from (select actor_account())'],
]

/** Everything a system role may touch. `all` = select, insert, update, delete. */
const SYSTEM: Record<string, { all: string[]; read: string[] }> = {
  wellmet_ingest: {
    all: [
      'source',
      'pull',
      'raw_document',
      'parked_record',
      'organisation',
      'organisation_identifier',
      'organisation_name',
      'organisation_activity',
      'capability',
      'mention',
      'mention_link',
      'registry_event',
      'notice',
      'notice_release',
      'award',
      'award_supplier',
      'consultation',
      'question',
      'response',
      'answer',
      'need',
      'need_evidence',
      'need_event',
      'programme',
      'challenge',
      'idea',
      'idea_version',
      'idea_evidence',
      'submission',
      'non_adoption',
      'consent',
      'classification_code',
    ],
    read: ['locality', 'locality_neighbour', 'outward_code', 'hub', 'hub_locality'],
  },
  wellmet_match: {
    all: ['match_run', 'match', 'need_supply', 'alignment_link', 'alignment_measure', 'alignment_coverage'],
    read: [
      'locality',
      'locality_neighbour',
      'outward_code',
      'hub',
      'hub_locality',
      'source',
      'organisation',
      'organisation_identifier',
      'organisation_name',
      'organisation_activity',
      'capability',
      'mention',
      'mention_link',
      'notice',
      'award',
      'award_supplier',
      'need',
      'need_evidence',
      'challenge',
      'programme',
      'idea',
      'idea_version',
      'idea_evidence',
      'submission',
      'non_adoption',
      'consent',
      'match_feedback',
      'framework',
      'framework_node',
      'framework_crosswalk',
      'classification_code',
      'introduction',
    ],
  },
  wellmet_mail: {
    all: ['subscription', 'outbox_message', 'alert_item', 'delivery_event', 'suppression', 'match_feedback'],
    read: [
      'locality',
      'locality_neighbour',
      'outward_code',
      'hub',
      'hub_locality',
      'source',
      'pull',
      'organisation',
      'need',
      'need_event',
      'idea',
      'submission',
      'non_adoption',
      'consent',
      'challenge',
      'programme',
      'match',
      'match_run',
      'need_supply',
      'subscription_consent',
      'account',
      'notice',
      'need_search',
    ],
  },
  wellmet_jobs: { all: ['job_run'], read: [] },
}

const actorFunctions = `
create function actor_hub() returns uuid language sql stable as $$ select nullif(current_setting('wellmet.hub_id', true), '')::uuid $$;
create function actor_account() returns uuid language sql stable as $$ select nullif(current_setting('wellmet.account_id', true), '')::uuid $$;
create function actor_organisation() returns uuid language sql stable as $$ select nullif(current_setting('wellmet.organisation_id', true), '')::uuid $$;
create function actor_role() returns text language sql stable as $$ select coalesce(nullif(current_setting('wellmet.role', true), ''), 'anonymous') $$;
`

// Who a token belongs to is asked before anybody is known, so these run as the owner, with a pinned path.
const sessionFunctions = `
create function actor_of_session(token bytea) returns table (account_id uuid, display_name text, membership_id uuid, hub_id uuid, hub_name text,
  organisation_id uuid, organisation_name text, role text, demonstration boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.display_name, m.id, m.hub_id, h.name, m.organisation_id, o.name, coalesce(m.role, 'anonymous'), a.demonstration
  from session s join account a on a.id = s.account_id left join membership m on m.id = s.membership_id
    left join hub h on h.id = m.hub_id left join organisation o on o.id = m.organisation_id
  where s.token_hash = token and s.revoked_at is null and s.expires_at > clock_timestamp()
$$;
create function begin_demonstration_session(account_name text, token bytea) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with chosen as (select a.id, m.id as membership from account a left join membership m on m.account_id = a.id
    where a.demonstration and a.display_name = account_name),
  begun as (insert into session (token_hash, account_id, membership_id, expires_at)
    select token, id, membership, clock_timestamp() + interval '12 hours' from chosen returning 1)
  select exists (select 1 from begun)
$$;
create function end_session(token bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  update session set revoked_at = clock_timestamp() where token_hash = token and revoked_at is null
$$;
revoke execute on function actor_of_session(bytea), begin_demonstration_session(text, bytea), end_session(bytea) from public;
grant execute on function actor_of_session(bytea), begin_demonstration_session(text, bytea), end_session(bytea) to wellmet_web;
`

// The Sources page tells everybody how many mails wait and how many records are parked, without whose and which. Subjects
// show for demonstration subscriptions, and to those who run the installation or the hub; bodies and addresses never do.
const boardFunctions = `
create function mail_counts() returns table (state text, n bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select m.state, count(*) from outbox_message m group by m.state order by m.state
$$;
create function recent_mail(most integer) returns table (id uuid, at timestamptz, kind text, subject text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, coalesce(m.accepted_at, m.created_at), m.kind, m.subject, m.state
  from outbox_message m left join subscription s on s.id = m.subscription_id
  where s.demonstration or actor_role() = 'operator' or (actor_role() = 'hub_admin' and s.hub_id = actor_hub())
  order by 2 desc, m.id limit most
$$;
create function parked_counts() returns table (source_id text, n bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select p.source_id, count(*) from parked_record p where p.state = 'parked' group by p.source_id
$$;
revoke execute on function mail_counts(), recent_mail(integer), parked_counts() from public;
grant execute on function mail_counts(), recent_mail(integer), parked_counts() to wellmet_web;
`

/** The web role reads its own subscriptions without the address, and mails without bodies. */
const NARROW: Record<string, string> = {
  subscription:
    'id, account_id, hub_id, organisation_id, name, query, cadence, zone, window_start, ceiling, state, created_at, confirmed_at, ended_at, demonstration',
  outbox_message:
    'id, subscription_id, kind, period_key, frozen_at, item_count, subject, state, state_reason, attempts, run_at, accepted_at, created_at',
}

export async function up(db: Kysely<never>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(actorFunctions)
  const tables = await sql<{
    name: string
  }>`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
    and c.relkind = 'r' and c.relname not like 'kysely%' order by 1`.execute(db)
  for (const { name } of tables.rows) {
    await run(`alter table ${name} enable row level security; alter table ${name} force row level security;
      create policy owner_all on ${name} to wellmet_owner using (true) with check (true);
      create policy backup_read on ${name} for select to wellmet_backup using (true);
      grant select on ${name} to wellmet_backup`)
  }
  for (const name of PUBLIC)
    await run(
      `create policy everybody_reads on ${name} for select to wellmet_web using (true); grant select on ${name} to wellmet_web`,
    )
  for (const [name, using] of CONDITIONAL) {
    await run(`create policy web_reads on ${name} for select to wellmet_web using (${using});
      grant select ${NARROW[name] ? `(${NARROW[name]})` : ''} on ${name} to wellmet_web`)
  }
  for (const [name, command, check, columns] of WEB_WRITES) {
    const clause = command === 'insert' ? `with check (${check})` : `using (${check}) with check (${check})`
    await run(`create policy web_${command}s on ${name} for ${command} to wellmet_web ${clause};
      grant ${command} ${columns ? `(${columns})` : ''} on ${name} to wellmet_web`)
  }
  for (const [role, { all, read }] of Object.entries(SYSTEM)) {
    for (const name of all) {
      await run(
        `create policy ${role}_all on ${name} to ${role} using (true) with check (true); grant select, insert, update, delete on ${name} to ${role}`,
      )
    }
    for (const name of read)
      await run(
        `create policy ${role}_reads on ${name} for select to ${role} using (true); grant select on ${name} to ${role}`,
      )
    await run(`grant usage on all sequences in schema public to ${role}`)
  }
  await run(`create policy wellmet_mail_adds on subscription_consent for insert to wellmet_mail with check (true); grant insert on subscription_consent to wellmet_mail;
    grant usage on all sequences in schema public to wellmet_web; revoke create on schema public from public`)
  await run(sessionFunctions)
  await run(boardFunctions)
}

export async function down(db: Kysely<never>): Promise<void> {
  const policies = await sql<{
    name: string
    policy: string
  }>`select tablename as name, policyname as policy from pg_policies where schemaname = 'public'`.execute(db)
  await sql`drop function actor_of_session(bytea), begin_demonstration_session(text, bytea), end_session(bytea),
    mail_counts(), recent_mail(integer), parked_counts()`.execute(db)
  for (const { name, policy } of policies.rows) await sql`drop policy ${sql.id(policy)} on ${sql.id(name)}`.execute(db)
  const tables = await sql<{
    name: string
  }>`select distinct tablename as name from pg_tables where schemaname = 'public' and rowsecurity`.execute(db)
  for (const { name } of tables.rows) {
    await sql`alter table ${sql.id(name)} disable row level security`.execute(db)
    await sql`alter table ${sql.id(name)} no force row level security`.execute(db)
    await sql`revoke all on ${sql.id(name)} from wellmet_web, wellmet_backup, wellmet_ingest, wellmet_match, wellmet_mail, wellmet_jobs`.execute(
      db,
    )
  }
  await sql`drop function actor_hub(), actor_account(), actor_organisation(), actor_role()`.execute(db)
}
