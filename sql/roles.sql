-- Roles of an installation (idempotent). Nobody signs in as the owner; the web process cannot bypass row-level security;
-- the worker signs in as itself and may only step into one system role at a time, inside a transaction.
do $$
declare role text;
begin
  foreach role in array array['wellmet_owner', 'wellmet_ingest', 'wellmet_match', 'wellmet_mail', 'wellmet_jobs', 'wellmet_backup'] loop
    if not exists (select 1 from pg_roles where rolname = role) then execute format('create role %I nologin', role); end if;
  end loop;
  foreach role in array array['wellmet_web', 'wellmet_worker'] loop
    if not exists (select 1 from pg_roles where rolname = role) then execute format('create role %I login noinherit', role); end if;
  end loop;
end $$;
grant wellmet_ingest, wellmet_match, wellmet_mail, wellmet_jobs, wellmet_backup to wellmet_worker;
