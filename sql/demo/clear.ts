import { type Kysely, sql } from 'kysely'
import { CROSSWALK_AUTHOR } from '../reference/crosswalks.js'
import type { Database } from '../tables/database.js'

/** How many rows of the demonstration were removed, by what they hung on; what hangs on them went with them. */
export interface Cleared {
  sources: number
  hubs: number
  accounts: number
  subscriptions: number
  frameworks: number
  crosswalks: number
}

// In this order: what people of the demonstration did, then its people and hubs, then its sources with all that was
// pulled from them. Every statement names the demonstration, so no other row can be met.
const STEPS: readonly [what: keyof Cleared, statement: string][] = [
  [
    'subscriptions',
    `delete from subscription s where s.demonstration
      or s.account_id in (select id from account where demonstration) or s.hub_id in (select id from hub where demonstration)`,
  ],
  ['crosswalks', `delete from framework_crosswalk where author = '${CROSSWALK_AUTHOR}'`],
  ['frameworks', 'delete from framework where demonstration'],
  ['accounts', 'delete from account where demonstration'],
  ['sources', 'delete from source where demonstration'],
  ['hubs', 'delete from hub where demonstration'],
]

/** Links and nodes that point at each other, and items that are named by kind and id only, are taken away before their owners. */
const BEFORE: readonly string[] = [
  `delete from outbox_message m using subscription s where m.subscription_id = s.id and (s.demonstration
    or s.account_id in (select id from account where demonstration) or s.hub_id in (select id from hub where demonstration))`,
  `update alignment_link set superseded_by = null where superseded_by is not null and (${linkOfDemonstration()})`,
  `delete from alignment_link where ${linkOfDemonstration()}`,
  `update framework_node set parent_id = null where framework_id in (select id from framework where demonstration)`,
]

function linkOfDemonstration(): string {
  const of = (kind: string, query: string): string => `(item_kind = '${kind}' and item_id in (${query}))`
  return [
    of('need', 'select n.id from need n join source s on s.id = n.source_id where s.demonstration'),
    of('idea', 'select i.id from idea i join source s on s.id = i.source_id where s.demonstration'),
    of('organisation', 'select o.id from organisation o join source s on s.id = o.source_id where s.demonstration'),
    of(
      'award',
      'select a.id from award a join notice n on n.id = a.notice_id join source s on s.id = n.source_id where s.demonstration',
    ),
    'node_id in (select n.id from framework_node n join framework f on f.id = n.framework_id where f.demonstration)',
    'hub_id in (select id from hub where demonstration)',
  ].join(' or ')
}

/** The next need takes up the count after the last one that is left, so that a demonstration always begins with ND-0001. */
const REFERENCES = `select setval('need_reference', coalesce(max(substring(reference from '\\d+$')::bigint), 0) + 1, false) from need`

/** Removes the demonstration in one transaction. The journal of deeds stays: nobody may delete from it. */
export async function clearRows(db: Kysely<Database>): Promise<Cleared> {
  return db.transaction().execute(async tx => {
    const cleared: Cleared = { sources: 0, hubs: 0, accounts: 0, subscriptions: 0, frameworks: 0, crosswalks: 0 }
    for (const statement of BEFORE) await sql.raw(statement).execute(tx)
    for (const [what, statement] of STEPS) {
      const done = await sql.raw(statement).execute(tx)
      cleared[what] = Number(done.numAffectedRows ?? 0)
    }
    await sql.raw(REFERENCES).execute(tx)
    return cleared
  })
}

/** Lets the database's clock run again where the demonstration had fixed the day. */
export async function unpinToday(db: Kysely<Database>): Promise<void> {
  await sql`do $$ begin execute format('alter database %I reset wellmet.now', current_database()); end $$`.execute(db)
}
