import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, type MigrationResult, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrations } from '../../sql/migrations/index.js'

const sqlFolder = fileURLToPath(new URL('../../sql/', import.meta.url))

/** A migration could not be applied: the database stands as it was before it. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

/** Passwords of the two roles that sign in. */
export interface RolePasswords {
  web: string
  worker: string
}

/**
 * Brings a database to the present schema: roles, extensions, migrations. Safe to run any number of times and by
 * several processes at once. Returns the names of the migrations that it applied.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['wellmet roles'])
    const fresh = await client.query<{ role: string }>(
      `select role from unnest(array['wellmet_web', 'wellmet_worker']) role where role not in (select rolname from pg_roles)`,
    )
    await client.query(readFileSync(path.join(sqlFolder, 'roles.sql'), 'utf8'))
    const me = await client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user')
    if (!me.rows[0]?.rolsuper) await client.query('grant wellmet_owner to current_user')
    for (const role of fresh.rows.map(row => row.role)) {
      const password = role === 'wellmet_web' ? passwords.web : passwords.worker
      await client.query(`alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(password)}`)
    }
    await client.query('create extension if not exists pg_trgm')
    await client.query('grant create, usage on schema public to wellmet_owner')
    await client.query('select pg_advisory_unlock(hashtext($1))', ['wellmet roles'])
  } finally {
    await client.end()
  }
  return applyMigrations(ownerUrl)
}

async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: '-c role=wellmet_owner' })
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { error, results } = await migratorFor(db).migrateToLatest()
    if (error) throw failure(error, results)
    return (results ?? []).filter(r => r.status === 'Success').map(r => r.migrationName)
  } finally {
    await db.destroy()
  }
}

/** The migrator over this folder's migrations; tests use it to go down and up again. */
export const migratorFor = (db: Kysely<never>): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } })
function failure(error: unknown, results: MigrationResult[] | undefined): MigrationProblem {
  const name = results?.find(r => r.status === 'Error')?.migrationName ?? 'before the first one'
  return new MigrationProblem(
    `The database could not be brought up to date (${name}): ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  )
}
