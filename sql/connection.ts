import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './tables/database.js'

// What the driver hands out: 64-bit integers as numbers (refused when not exact), dates as text (a date has no
// midnight), numeric as text (money is not a float).
pg.types.setTypeParser(pg.types.builtins.INT8, text => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The number ${text} from the database is too large to be exact.`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

/** Limits of one pool. Times in milliseconds. */
export interface PoolLimits {
  max: number
  statementTimeout?: number
  onProblem: (problem: Error) => void
  /** Hears every statement as PostgreSQL will: the snapshots of sql/queries are made with it. */
  onStatement?: (text: string) => void
}

/** Opens a pool and a typed query builder over it. Waiting for a free connection ends after 2 s. */
export function connect(url: string, limits: PoolLimits): { db: Kysely<Database>; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max,
    connectionTimeoutMillis: 5_000,
    ...(limits.statementTimeout ? { statement_timeout: limits.statementTimeout } : {}),
  })
  // Without a listener a connection that the server closes would end the process.
  pool.on('error', limits.onProblem)
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }), ...listening(limits) }), pool }
}

const listening = ({ onStatement }: PoolLimits) =>
  onStatement ? { log: (event: { query: { sql: string } }) => onStatement(event.query.sql) } : {}
