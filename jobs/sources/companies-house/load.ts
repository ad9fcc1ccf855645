import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { localityOfPostTown } from '../../../server/domain/places/post-towns.js'
import { linkByIdentifier } from '../notices/link.store.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { Company } from './parse.js'

/** What a row of the register looked like before. */
interface Before {
  id: string
  source_ref: string
  hash: string
  name: string
  status: string
  status_text: string | null
  postcode: string | null
}

/** Writes a batch: compares hashes, touches new and changed companies only, and notes what changed as events. */
export async function load(tx: Tx, companies: Company[], context: LoadContext): Promise<LoadCounts> {
  const byNumber = new Map(companies.map(company => [company.number, company]))
  const before = await knownBefore(tx, context.sourceId, [...byNumber.keys()])
  if (context.full) await noteSeen(tx, [...byNumber.keys()])
  const touched = [...byNumber.values()].filter(c => before.get(c.number)?.hash !== c.hash)
  const fresh = touched.filter(c => !before.has(c.number)).length
  if (touched.length > 0) {
    const ids = await writeOrganisations(tx, touched, context)
    const changed = touched.filter(c => before.has(c.number)).map(c => ids.get(c.number)!)
    await writeIdentifiers(tx, touched, { ids, context })
    await writeNames(tx, touched, { ids, changed })
    await writeActivities(tx, touched, { ids, changed })
    await writeEvents(tx, touched, { ids, before, context })
  }
  const changed = touched.length - fresh
  return { new: fresh, changed, unchanged: companies.length - touched.length, gone: 0 }
}

/** Joins waiting mentions to companies that are known now; after a whole snapshot, marks what it no longer holds. */
export async function finish(tx: Tx, context: LoadContext): Promise<LoadCounts> {
  await linkByIdentifier(tx, context)
  return context.full ? markGone(tx, context) : noCounts()
}

/** Companies that a whole snapshot no longer holds have left the register: dissolved, converted or renumbered. */
async function markGone(tx: Tx, context: LoadContext): Promise<LoadCounts> {
  await noteSeen(tx, [])
  const gone = await sql<{ n: number }>`
    with gone as (
      update organisation o set status = 'left_register', status_text = null, row_hash = '', pulled_at = ${context.pulledAt},
        left_register_on = (${context.pulledAt}::timestamptz at time zone 'Europe/London')::date
      from organisation was
      where o.id = was.id and o.source_id = ${context.sourceId} and o.status <> 'left_register'
        and not exists (select 1 from register_seen s where s.number = o.source_ref)
      returning o.id, was.status as before, o.left_register_on),
    events as (
      insert into registry_event (organisation_id, kind, happened_on, pull_id, before, after)
      select id, 'left_register', left_register_on, ${context.pullId}, before, 'left_register' from gone returning 1)
    select count(*)::int as n from events`.execute(tx)
  return { ...noCounts(), gone: gone.rows[0]!.n }
}

async function noteSeen(tx: Tx, numbers: string[]): Promise<void> {
  await sql`create temporary table if not exists register_seen (number text primary key) on commit drop`.execute(tx)
  if (numbers.length > 0)
    await sql`insert into register_seen select unnest(${numbers}::text[]) on conflict do nothing`.execute(tx)
}

async function knownBefore(tx: Tx, sourceId: string, numbers: string[]): Promise<Map<string, Before>> {
  const rows =
    await sql<Before>`select id, source_ref, encode(row_hash, 'hex') as hash, name, status, status_text, postcode
    from organisation where source_id = ${sourceId} and source_ref = any(${numbers}::text[])`.execute(tx)
  return new Map(rows.rows.map(row => [row.source_ref, row]))
}

async function writeOrganisations(tx: Tx, companies: Company[], context: LoadContext): Promise<Map<string, string>> {
  const rows = companies.map(company => ({ ...company, townLocality: localityOfPostTown(company.postTown) }))
  const written = await sql<{ id: string; source_ref: string }>`
    insert into organisation (name, category, status, status_text, incorporated_on, address_lines, post_town, county, country,
      postcode, postcode_as_written, locality_code, locality_rule, accounts_category, source_id, source_ref, pulled_at, row_hash)
    select c.name, c.category, c.status, c."statusText", c."incorporatedOn", c."addressLines", c."postTown", c.county, c.country,
      c.postcode, c."postcodeAsWritten", coalesce(o.locality_code, t.code),
      case when o.locality_code is not null then 'outward code' when t.code is not null then 'post town' end,
      c."accountsCategory", ${context.sourceId}, c.number, ${context.pulledAt}, decode(c.hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as c(number text, name text, category text, status text, "statusText" text,
      "incorporatedOn" date, "addressLines" text[], "postTown" text, county text, country text, postcode text, outward text,
      "postcodeAsWritten" text, "townLocality" text, "accountsCategory" text, hash text)
      left join outward_code o on o.code = c.outward
      -- A readable postcode elsewhere is a fact; the town only stands in where there is none.
      left join locality t on t.code = c."townLocality" and c.outward is null
    on conflict (source_id, source_ref) do update set name = excluded.name, category = excluded.category, status = excluded.status,
      status_text = excluded.status_text, incorporated_on = excluded.incorporated_on, left_register_on = null,
      address_lines = excluded.address_lines, post_town = excluded.post_town, county = excluded.county, country = excluded.country,
      postcode = excluded.postcode, postcode_as_written = excluded.postcode_as_written, locality_code = excluded.locality_code,
      locality_rule = excluded.locality_rule, accounts_category = excluded.accounts_category, pulled_at = excluded.pulled_at,
      row_hash = excluded.row_hash
    returning id, source_ref`.execute(tx)
  return new Map(written.rows.map(row => [row.source_ref, row.id]))
}

async function writeIdentifiers(
  tx: Tx,
  companies: Company[],
  { ids, context }: { ids: Map<string, string>; context: LoadContext },
): Promise<void> {
  const numbers = companies.map(c => c.number)
  await sql`insert into organisation_identifier (scheme, identifier, organisation_id, source_id, source_ref, pulled_at)
    select 'GB-COH', n, id, ${context.sourceId}, n, ${context.pulledAt}
    from unnest(${numbers}::text[], ${numbers.map(n => ids.get(n)!)}::uuid[]) as x(n, id)
    on conflict (scheme, identifier) do nothing`.execute(tx)
}

interface Written {
  ids: Map<string, string>
  /** Organisations that were there before: their old rows go first. */
  changed: string[]
}

async function writeNames(tx: Tx, companies: Company[], { ids, changed }: Written): Promise<void> {
  if (changed.length > 0)
    await sql`delete from organisation_name where organisation_id = any(${changed}::uuid[]) and kind in ('registered', 'previous')`.execute(
      tx,
    )
  const rows = companies.flatMap(company => {
    const id = ids.get(company.number)!
    return [
      { id, kind: 'registered', name: company.name, until: null },
      ...company.previousNames.map(previous => ({ id, kind: 'previous', ...previous })),
    ]
  })
  await sql`insert into organisation_name (organisation_id, kind, name, valid_to)
    select id, kind, name, until from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, kind text, name text, until date)
    on conflict do nothing`.execute(tx)
}

async function writeActivities(tx: Tx, companies: Company[], { ids, changed }: Written): Promise<void> {
  if (changed.length > 0)
    await sql`delete from organisation_activity where organisation_id = any(${changed}::uuid[])`.execute(tx)
  const rows = companies.flatMap(company =>
    company.activities.map((activity, i) => ({ id: ids.get(company.number)!, ...activity, position: i + 1 })),
  )
  await sql`insert into organisation_activity (organisation_id, scheme, code, title, position)
    select id, scheme, code, title, position from json_to_recordset(${JSON.stringify(rows)}::json)
      as a(id uuid, scheme text, code text, title text, position integer)`.execute(tx)
}

/** Only what a reader would call news: another name, another status, another postcode. */
async function writeEvents(
  tx: Tx,
  companies: Company[],
  { ids, before, context }: { ids: Map<string, string>; before: Map<string, Before>; context: LoadContext },
): Promise<void> {
  const events = companies.flatMap(company => {
    const was = before.get(company.number)
    if (!was) return []
    const id = ids.get(company.number)!
    return [
      { id, kind: 'renamed', before: was.name, after: company.name },
      { id, kind: 'status_changed', before: was.status, after: company.status },
      { id, kind: 'moved', before: was.postcode, after: company.postcode },
    ].filter(event => event.before !== event.after)
  })
  if (events.length > 0)
    await sql`insert into registry_event (organisation_id, kind, happened_on, pull_id, before, after)
      select id, kind, null, ${context.pullId}, before, after from json_to_recordset(${JSON.stringify(events)}::json)
        as e(id uuid, kind text, before text, after text)`.execute(tx)
}
