import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migratorFor } from '../../server/database/migrate.js'
import { root } from '../rules/source-files.js'
import { useDatabase } from '../setup/clone.js'

describe('the floor', () => {
  const database = useDatabase()
  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(database.owner)).rows

  it('says of every table what a row is', async () => {
    const silent = await rows(sql<{
      name: string
    }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not like 'kysely%' and obj_description(oid) is null`)
    expect(silent).toEqual([])
  })

  it('gives every table a primary key', async () => {
    const without = await rows(sql<{
      name: string
    }>`select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`)
    expect(without).toEqual([])
  })

  it('uses text and timestamptz, never varchar or a time without zone', async () => {
    const wrong = await rows(sql`select table_name, column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%' and data_type in ('character varying', 'timestamp without time zone', 'money')`)
    expect(wrong).toEqual([])
  })

  it('has row-level security, also for the owner, on every table', async () => {
    const open =
      await rows(sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relname not like 'kysely%' and not (relrowsecurity and relforcerowsecurity)`)
    expect(open).toEqual([])
  })

  it('is owned by a role that nobody signs in as, and the web role can bypass nothing', async () => {
    const owners = await rows(
      sql<{ owner: string }>`select distinct tableowner as owner from pg_tables where schemaname = 'public'`,
    )
    expect(owners).toEqual([{ owner: 'wellmet_owner' }])
    const roles = await rows(
      sql`select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname like 'wellmet%' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'wellmet_backup', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_ingest', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_jobs', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_mail', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_match', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_owner', rolcanlogin: false, strong: false },
      { rolname: 'wellmet_web', rolcanlogin: true, strong: false },
      { rolname: 'wellmet_worker', rolcanlogin: true, strong: false },
    ])
    const members = await rows(
      sql`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'wellmet_web'`,
    )
    expect(members).toEqual([])
  })

  it('gives the web role no right beyond reading and writing rows', async () => {
    const rights = await rows(
      sql`select distinct privilege_type from information_schema.role_table_grants where grantee = 'wellmet_web' order by 1`,
    )
    expect(rights.map(r => (r as { privilege_type: string }).privilege_type)).toEqual(['INSERT', 'SELECT'])
    const columns = await rows(sql`select table_name, column_name from information_schema.column_privileges
      where grantee = 'wellmet_web' and table_name in ('session', 'account', 'membership', 'raw_document', 'suppression', 'job_run', 'notice_release')`)
    expect(columns).toEqual([])
    const addresses =
      await rows(sql`select column_name from information_schema.column_privileges where grantee = 'wellmet_web'
      and table_name in ('subscription', 'outbox_message') and column_name in ('address_enc', 'address_hash', 'body_text', 'body_html')`)
    expect(addresses).toEqual([])
  })

  it('lets only pinned functions run as the owner, and nobody in particular run them', async () => {
    const loose = await rows(sql`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and (proconfig is null or not exists (select 1 from unnest(proconfig) c where c like 'search_path=%') or has_function_privilege('public', oid, 'execute'))`)
    expect(loose).toEqual([])
  })

  it('is the same as the row types say', async () => {
    const columns = await rows(sql<{
      t: string
      c: string
      nullable: boolean
    }>`select table_name as t, column_name as c, is_nullable = 'YES' as nullable
      from information_schema.columns join pg_class on relname = table_name and relkind = 'r' where table_schema = 'public' and table_name not like 'kysely%'`)
    const real = columns.map(({ t, c, nullable }) => `${t}.${c}${nullable ? '?' : ''}`).sort()
    expect(declaredColumns()).toEqual(real)
  })

  it('goes down to nothing and up again', async () => {
    const migrator = migratorFor(database.owner.withSchema('public') as never)
    const names = (await migrator.getMigrations()).map(m => m.name)
    expect([...names].sort()).toEqual(names)
    for (const _ of names) expect((await migrator.migrateDown()).error).toBeUndefined()
    const left = await rows(
      sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') and relname not like 'kysely%'`,
    )
    expect(left).toEqual([])
    expect((await migrator.migrateToLatest()).error).toBeUndefined()
  })
})

/** Every column of sql/tables as table.column, with a question mark where null is allowed. */
function declaredColumns(): string[] {
  const folder = join(root, 'sql/tables')
  return readdirSync(folder)
    .filter(file => !['database.ts', 'column-types.ts'].includes(file))
    .flatMap(file => {
      const body = /interface \w+Table \{([\s\S]*?)\n\}/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? ''
      const table = file.replace('.ts', '').replaceAll('-', '_')
      return [...body.matchAll(/^ {2}(\w+):(.*(?:\n {4}.*)*)/gm)].map(
        m => `${table}.${m[1]}${/\| null/.test(m[2] ?? '') ? '?' : ''}`,
      )
    })
    .sort()
}
