import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** One sign-in of one account, acting in at most one membership. Only the hash of the token is kept. */
export interface SessionTable {
  id: Generated<string>
  token_hash: Buffer
  account_id: string
  membership_id: string | null
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  revoked_at: Timestamp | null
}

export type SessionRow = Selectable<SessionTable>
export type NewSession = Insertable<SessionTable>
