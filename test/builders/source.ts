import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'
import type { NewPull } from '../../sql/tables/pull.js'
import type { NewSource } from '../../sql/tables/source.js'

/** Adds a made source. */
export async function addSource(db: Kysely<Database>, source: Partial<NewSource> & { id: string }): Promise<string> {
  await db
    .insertInto('source')
    .values({
      name: `Made source ${source.id}`,
      publisher: 'Made publisher',
      licence: 'OGL-UK-3.0',
      attribution: 'Contains made information.',
      schedule: 'daily at 05:10',
      ...source,
    })
    .execute()
  return source.id
}

/** Adds a complete pull of a source. Returns its id. */
export async function addPull(db: Kysely<Database>, pull: Partial<NewPull> & { source_id: string }): Promise<string> {
  const row = await db
    .insertInto('pull')
    .values({ cause: 'schedule', state: 'complete', ...pull })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
