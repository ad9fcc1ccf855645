import pg from 'pg'
import { ensureReferenceData } from '../../sql/reference/ensure.js'
import type { Config } from '../config/config.js'
import { startEmbedded } from './embedded.js'
import { migrate } from './migrate.js'
import { type Secrets, secretsOf } from './secrets.js'

/** An installation that is up to date: how each kind of process signs in, and its secrets. */
export interface Installation {
  ownerUrl: string
  webUrl: string
  workerUrl: string
  secrets: Secrets
  /** Where the database and everything else of this installation lives. */
  dataDir: string
  release(): Promise<void>
}

/** The database cannot be used as it is. The message says what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}

/**
 * Opens the database that the settings name, or the embedded one of the data folder, and brings it up to date.
 * Several processes may hold one installation; the embedded server stops with the last.
 */
export async function openInstallation(
  config: Config,
  onLine: (line: string) => void = () => {},
): Promise<Installation> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, onLine })
  const ownerUrl = config.databaseUrl ?? embedded!.url
  const secrets = secretsOf(config.dataDir)
  const release = async () => embedded?.release()
  try {
    await reach(ownerUrl)
    const applied = await migrate(ownerUrl, { web: secrets.webPassword, worker: secrets.workerPassword })
    if (applied.length > 0) onLine('Database is up to date')
    await ensureReferenceData(ownerUrl)
    const webUrl = config.databaseWebUrl ?? as(ownerUrl, 'wellmet_web', secrets.webPassword)
    const workerUrl = config.databaseWorkerUrl ?? as(ownerUrl, 'wellmet_worker', secrets.workerPassword)
    await signIn(webUrl, 'wellmet_web', 'DATABASE_WEB_URL')
    await signIn(workerUrl, 'wellmet_worker', 'DATABASE_WORKER_URL')
    return { ownerUrl, webUrl, workerUrl, secrets, dataDir: embedded?.dataDir ?? config.dataDir, release }
  } catch (problem) {
    await release()
    throw problem
  }
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (problem) {
    const where = new URL(url)
    throw new DatabaseProblem(
      `The database at ${where.hostname}${where.pathname} does not answer: ${(problem as Error).message}. Check DATABASE_URL, then run this again.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** The two roles must be ours: one that exists with another password belongs to another installation. */
async function signIn(url: string, role: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const me = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    )
    if (me.rows[0]?.rolsuper || me.rows[0]?.rolbypassrls) {
      throw new DatabaseProblem(
        `The role of ${setting} bypasses row-level security. Give the web and worker processes roles that cannot.`,
      )
    }
  } catch (problem) {
    if (problem instanceof DatabaseProblem) throw problem
    throw new DatabaseProblem(
      `The role ${role} exists on this server with another password, or may not sign in (${(problem as Error).message}). Another installation may use it: set ${setting}, or use another server.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function as(url: string, user: string, password: string): string {
  const result = new URL(url)
  result.username = user
  result.password = password
  return result.toString()
}
