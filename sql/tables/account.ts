import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** A person who can act. In the demonstration the name is the role, never a person. */
export interface AccountTable {
  id: Generated<string>
  display_name: string
  demonstration: Generated<boolean>
  created_at: Generated<Timestamp>
}

export type AccountRow = Selectable<AccountTable>
export type NewAccount = Insertable<AccountTable>
