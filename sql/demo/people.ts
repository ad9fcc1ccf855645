import { type Kysely, sql } from 'kysely'
import { CROSSWALK_AUTHOR, CROSSWALK_DATE, crosswalks } from '../reference/crosswalks.js'
import { writeFramework } from '../reference/ensure.js'
import { demonstrationFrameworks } from '../reference/frameworks.js'
import type { Database } from '../tables/database.js'
import type { HubKey } from './generate.js'
import { stories } from './stories.js'

interface DemoHub {
  key: HubKey
  name: string
  kind: 'council' | 'combined_authority'
  parent: HubKey | null
  address: string
  localities: readonly string[]
}

const NORTH_EAST = ['E06000047', 'E06000057', 'E08000037', 'E08000024', 'E08000021', 'E08000022', 'E08000023']

/** A hub above its members stands before them. The first place of a hub is the one it opens with. */
const hubs: readonly DemoHub[] = [
  {
    key: 'north-east',
    name: 'North East demonstration hub',
    kind: 'combined_authority',
    parent: null,
    address: '2 Example Quay, Newcastle upon Tyne',
    localities: NORTH_EAST,
  },
  {
    key: 'durham',
    name: 'Durham demonstration hub',
    kind: 'council',
    parent: 'north-east',
    address: '1 Example Street, Durham',
    localities: ['E06000047'],
  },
  {
    key: 'northumberland',
    name: 'Northumberland demonstration hub',
    kind: 'council',
    parent: 'north-east',
    address: '1 Example Street, Morpeth',
    localities: ['E06000057'],
  },
  {
    key: 'gateshead',
    name: 'Gateshead demonstration hub',
    kind: 'council',
    parent: 'north-east',
    address: '1 Example Street, Gateshead',
    localities: ['E08000037'],
  },
  {
    key: 'sunderland',
    name: 'Sunderland demonstration hub',
    kind: 'council',
    parent: 'north-east',
    address: '1 Example Street, Sunderland',
    localities: ['E08000024'],
  },
  {
    key: 'herefordshire',
    name: 'Herefordshire demonstration hub',
    kind: 'council',
    parent: null,
    address: '1 Example Street, Hereford',
    localities: ['E06000019'],
  },
]

export type HubIds = Record<HubKey, string>

/** Writes the hubs, or finds those that are there. */
export async function writeHubs(db: Kysely<Database>): Promise<HubIds> {
  const ids: Partial<HubIds> = {}
  for (const hub of hubs) {
    const found = await db
      .selectFrom('hub')
      .select('id')
      .where('name', '=', hub.name)
      .where('demonstration', '=', true)
      .executeTakeFirst()
    const { id } =
      found ??
      (await db
        .insertInto('hub')
        .values({
          name: hub.name,
          kind: hub.kind,
          parent_hub_id: hub.parent ? (ids[hub.parent] ?? null) : null,
          postal_address: hub.address,
          demonstration: true,
        })
        .returning('id')
        .executeTakeFirstOrThrow())
    ids[hub.key] = id
    await db
      .insertInto('hub_locality')
      .values(hub.localities.map(locality_code => ({ hub_id: id, locality_code })))
      .onConflict(oc => oc.doNothing())
      .execute()
  }
  return ids as HubIds
}

/** The names of the accounts are the roles that the switch of the demonstration offers. */
const accounts = [
  { name: 'Strategist', role: 'strategist', hub: 'north-east' },
  { name: 'Hub officer', role: 'officer', hub: 'durham' },
  { name: 'Commissioner', role: 'commissioner', hub: 'durham' },
  { name: 'Data steward', role: 'hub_admin', hub: 'durham' },
  { name: 'Innovator', role: 'innovator_admin', hub: null },
  { name: 'Citizen', role: null, hub: null },
] as const

/** One account per role. The innovator's is that of the company whose idea was left out for balance; the citizen's has no membership. */
export async function writeAccounts(db: Kysely<Database>, hubIds: HubIds): Promise<void> {
  for (const { name, role, hub } of accounts) {
    const there = await db
      .selectFrom('account')
      .select('id')
      .where('display_name', '=', name)
      .where('demonstration', '=', true)
      .executeTakeFirst()
    if (there) continue
    const { id } = await db
      .insertInto('account')
      .values({ display_name: name, demonstration: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (role === null) continue
    const organisation = hub === null ? await innovatorOrganisation(db) : null
    await db
      .insertInto('membership')
      .values({ account_id: id, role, hub_id: hub === null ? null : hubIds[hub], organisation_id: organisation })
      .execute()
  }
}

async function innovatorOrganisation(db: Kysely<Database>): Promise<string> {
  const found = await db
    .selectFrom('organisation as o')
    .innerJoin('source as s', 's.id', 'o.source_id')
    .select('o.id')
    .where('s.demonstration', '=', true)
    .where('o.name', '=', stories.portfolio.owner)
    .executeTakeFirst()
  if (!found) throw new Error(`${stories.portfolio.owner} is not on the demonstration's register: load it first.`)
  return found.id
}

/** The local strategy with its made priorities, and the crosswalks that join it to the region and the nation. */
export async function writeStrategy(db: Kysely<Database>): Promise<void> {
  for (const framework of demonstrationFrameworks) await writeFramework(db, framework)
  await sql`insert into framework_crosswalk (from_node_id, to_node_id, strength, quote, author, dated)
    select a.id, b.id, c.strength, c.quote, ${CROSSWALK_AUTHOR}, ${CROSSWALK_DATE}::date
    from json_to_recordset(${JSON.stringify(crosswalks)}::json) as c("from" json, "to" json, strength text, quote text)
      join framework fa on fa.key = c."from"->>0 join framework_node a on a.framework_id = fa.id and a.code = c."from"->>1
      join framework fb on fb.key = c."to"->>0 join framework_node b on b.framework_id = fb.id and b.code = c."to"->>1
    on conflict (from_node_id, to_node_id) do update set strength = excluded.strength, quote = excluded.quote`.execute(
    db,
  )
}

/** Tells the story from a fixed day: pages, pulls and alerts of this database take it for the present. New connections see it. */
export async function pinToday(db: Kysely<Database>, date: string): Promise<void> {
  await sql`do $$ begin execute format('alter database %I set wellmet.now = %L', current_database(), ${sql.lit(`${date}T10:04:00Z`)}); end $$`.execute(
    db,
  )
}

/** The day by the database's clock, in London. */
export async function todayOf(db: Kysely<Database>): Promise<string> {
  const found = await sql<{
    today: string
  }>`select to_char(wellmet_now() at time zone 'Europe/London', 'YYYY-MM-DD') as today`.execute(db)
  return found.rows[0]!.today
}
