import { sql, type Transaction } from 'kysely'
import { connect, type PoolLimits } from '../../sql/connection.js'
import type { Database } from '../../sql/tables/database.js'
import type { Actor, SystemRole } from './actor.js'

export type Tx = Transaction<Database>

/** The web process's one way to the database: every query runs in a transaction that knows who is asking. */
export interface WebDoor {
  /** Runs `work` as that actor. Row-level security sees hub, account, organisation and role until the transaction ends. */
  withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The worker's one way to the database: every query runs in one of the system roles. */
export interface WorkerDoor {
  withSystem<T>(role: SystemRole, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the door of the web process. `url` signs in as wellmet_web, which cannot bypass row-level security. */
export function openWebDoor(url: string, limits: PoolLimits): WebDoor {
  const { db } = connect(url, limits)
  return {
    withActor: (actor, work) =>
      db.transaction().execute(async tx => {
        await sql`select set_config('role', 'wellmet_web', true), set_config('wellmet.hub_id', ${actor.hubId ?? ''}, true),
          set_config('wellmet.account_id', ${actor.accountId ?? ''}, true), set_config('wellmet.role', ${actor.role}, true),
          set_config('wellmet.organisation_id', ${actor.organisationId ?? ''}, true)`.execute(tx)
        return work(tx)
      }),
    close: () => db.destroy(),
  }
}

/** Opens the door of the worker and of the command line. `url` signs in as wellmet_worker. */
export function openWorkerDoor(url: string, limits: PoolLimits): WorkerDoor {
  const { db } = connect(url, limits)
  return {
    withSystem: (role, work) =>
      db.transaction().execute(async tx => {
        await sql`select set_config('role', ${role}, true)`.execute(tx)
        return work(tx)
      }),
    close: () => db.destroy(),
  }
}
