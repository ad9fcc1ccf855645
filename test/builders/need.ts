import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'
import type { NewNeed } from '../../sql/tables/need.js'
import type { NewNeedSupply } from '../../sql/tables/need-supply.js'

/** Adds an invented need: open, entered and confirmed in November 2026, closing on 18 December. Returns its id. */
export async function addNeed(db: Kysely<Database>, need: Partial<NewNeed> = {}): Promise<string> {
  const { id } = await db
    .insertInto('need')
    .values({
      origin: 'entered',
      state: 'open',
      title: 'Visits that notice decline early',
      description: 'Visits are short and rarely the same face, so decline is seen only at a hospital door.',
      opened_on: '2026-11-02',
      closes_at: '2026-12-18T17:00:00Z',
      ...need,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Adds the public counts of a need. */
export async function addSupply(
  db: Kysely<Database>,
  supply: Partial<NewNeedSupply> & { need_id: string; match_run_id: string },
): Promise<void> {
  await db
    .insertInto('need_supply')
    .values({
      strong: 0,
      possible: 0,
      weak: 0,
      in_reach: 0,
      reach_miles: 40,
      second_chances: 0,
      assessed: true,
      ...supply,
    })
    .execute()
}
