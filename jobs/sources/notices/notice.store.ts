import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { postcode } from '../../../server/domain/places/postcode.js'
import type { LoadContext } from '../source.js'
import { writeAwards } from './award.store.js'
import type { Process } from './compile.js'
import { type NamedParty, writeMentions } from './mention.store.js'
import { writeNeeds } from './need.store.js'
import { type Gazetteer, type Placed, type PlacedProcess, placeOf, regionText } from './place.js'

/** Writes compiled processes: notices, awards, suppliers and the needs they state. Untouched ones stay untouched. */
export async function writeNotices(
  tx: Tx,
  processes: Process[],
  context: LoadContext,
): Promise<{ needs: number; awards: number; suppliers: number }> {
  const known = await knownHashes(tx, processes, context)
  const touched = processes.filter(process => known.get(process.ocid) !== process.hash)
  if (touched.length === 0) return { needs: 0, awards: 0, suppliers: 0 }
  const gazetteer = await gazetteerFor(tx, touched)
  const buyers = touched.flatMap((process): NamedParty[] =>
    process.latest.buyer ? [{ ref: `${process.ocid}/buyer`, role: 'buyer', party: process.latest.buyer }] : [],
  )
  const mentions = await writeMentions(tx, buyers, context)
  const rows = touched.map(process => rowOf(process, placeOf(process.latest, gazetteer), mentions))
  const ids = await upsert(tx, rows, context)
  const placed = touched.map(
    (process, i): PlacedProcess => ({
      process,
      place: rows[i]!.place,
      noticeId: ids.get(process.ocid)!,
    }),
  )
  const awards = await writeAwards(tx, placed, context)
  return { needs: await writeNeeds(tx, placed, context), ...awards }
}

async function knownHashes(tx: Tx, processes: Process[], context: LoadContext): Promise<Map<string, string>> {
  const rows = await sql<{ ocid: string; hash: string }>`select ocid, encode(row_hash, 'hex') as hash from notice
    where source_id = ${context.sourceId} and ocid = any(${processes.map(process => process.ocid)}::text[])`.execute(tx)
  return new Map(rows.rows.map(row => [row.ocid, row.hash]))
}

async function gazetteerFor(tx: Tx, processes: Process[]): Promise<Gazetteer> {
  const codes = processes
    .flatMap(({ latest }) => [...latest.places.map(place => place.postcode), latest.buyer?.postcode])
    .flatMap(written => postcode(written)?.outward ?? [])
  const outward = await sql<{ code: string; locality_code: string }>`select code, locality_code from outward_code
    where locality_code is not null and code = any(${[...new Set(codes)]}::text[])`.execute(tx)
  const localities = await sql<{
    code: string
    name: string
  }>`select code, name from locality where valid_to is null`.execute(tx)
  return {
    outward: new Map(outward.rows.map(row => [row.code, row.locality_code])),
    codes: new Set(localities.rows.map(row => row.code)),
    names: new Map(localities.rows.map(row => [row.name.toLowerCase(), row.code])),
  }
}

function rowOf({ latest, ...process }: Process, place: Placed | null, mentions: Map<string, string>) {
  const { buyer, value } = latest
  return {
    place,
    ocid: process.ocid,
    title: latest.title ?? `Notice ${latest.id}`,
    description: latest.description,
    regime: latest.regime,
    type: latest.noticeType,
    kind: latest.kind,
    status: latest.status,
    method: latest.method,
    details: latest.methodDetails,
    category: latest.category,
    buyer: buyer?.name ?? null,
    mention: mentions.get(`${process.ocid}/buyer`) ?? null,
    locality: place?.code ?? null,
    rule: place?.rule ?? null,
    region: regionText(latest),
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    note: value?.note ?? null,
    cpv: latest.cpv,
    lots: latest.lots,
    warnings: process.warnings,
    sme: latest.suitableSme,
    vcse: latest.suitableVcse,
    published: latest.publishedAt,
    closes: latest.closesAt,
    due: latest.engagementDueAt,
    future: latest.futureNoticeAt,
    from: latest.contractFrom,
    to: latest.contractTo,
    address: latest.address,
    releases: process.releaseCount,
    hash: process.hash,
  }
}

const COLUMNS = [
  'title',
  'description',
  'regime',
  'notice_type',
  'kind',
  'status',
  'method',
  'method_details',
  'category',
  'buyer_name',
  'buyer_mention_id',
  'locality_code',
  'locality_rule',
  'region_text',
  'value_amount',
  'value_currency',
  'value_note',
  'cpv',
  'lots',
  'warnings',
  'suitable_sme',
  'suitable_vcse',
  'published_at',
  'closes_at',
  'engagement_due_at',
  'future_notice_at',
  'contract_from',
  'contract_to',
  'address',
  'release_count',
  'row_hash',
  'pulled_at',
] as const

async function upsert(tx: Tx, rows: ReturnType<typeof rowOf>[], context: LoadContext): Promise<Map<string, string>> {
  const columns = sql.join(COLUMNS.map(column => sql.ref(column)))
  const updates = sql.join(COLUMNS.map(column => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))
  const written = await sql<{ ocid: string; id: string }>`
    insert into notice (source_id, ocid, ${columns})
    select ${context.sourceId}, n.ocid, n.title, n.description, n.regime, n.type, n.kind, n.status, n.method, n.details, n.category,
      n.buyer, n.mention, n.locality, n.rule, n.region, n.amount, n.currency, n.note, n.cpv, n.lots, n.warnings, n.sme, n.vcse,
      n.published, n.closes, n.due, n.future, n."from", n."to", n.address, n.releases, decode(n.hash, 'hex'), ${context.pulledAt}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(ocid text, title text, description text, regime text, type text, kind text,
      status text, method text, details text, category text, buyer text, mention uuid, locality text, rule text, region text,
      amount numeric, currency text, note text, cpv text[], lots jsonb, warnings text[], sme boolean, vcse boolean,
      published timestamptz, closes timestamptz, due timestamptz, future timestamptz, "from" date, "to" date, address text,
      releases integer, hash text)
    on conflict (source_id, ocid) do update set ${updates}
    returning ocid, id`.execute(tx)
  return new Map(written.rows.map(row => [row.ocid, row.id]))
}
