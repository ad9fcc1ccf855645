import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import type { LoadContext } from '../source.js'
import { harvest } from './needs.js'
import { type PlacedProcess, regionText } from './place.js'

type Row = ReturnType<typeof rowsOf>[number]

/** Writes the needs that processes state. A change of deadline, money or state becomes an event that people are told about. */
export async function writeNeeds(tx: Tx, placed: PlacedProcess[], context: LoadContext): Promise<number> {
  const rows = placed.flatMap(one => rowsOf(one))
  const known = await sql<{
    source_ref: string
    hash: string
  }>`select source_ref, encode(row_hash, 'hex') as hash from need
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => hashes.get(row.ref) !== row.hash)
  if (touched.length > 0) {
    await noteChanges(tx, touched, context)
    await upsert(tx, touched, context)
  }
  return rows.length
}

function rowsOf({ process, place, noticeId }: PlacedProcess) {
  const need = harvest(process)
  if (!need) return []
  const { latest } = process
  const row = {
    ref: process.ocid,
    notice: noticeId,
    state: need.state,
    title: need.title,
    description: need.description,
    stage: need.stage,
    quote: need.quote,
    opened: need.openedOn,
    closes: need.closesAt,
    smaller: need.smallerLots,
    solution: need.solutionLanguage,
    locality: place?.code ?? null,
    place: regionText(latest),
    owner: latest.buyer?.name ?? null,
    amount: latest.value?.amount ?? null,
    currency: latest.value?.currency ?? 'GBP',
    note: latest.value?.note ?? null,
    cpv: latest.cpv,
  }
  return [{ ...row, hash: createHash('sha256').update(JSON.stringify(row)).digest('hex') }]
}

const INCOMING = sql`as n(ref text, notice uuid, state text, title text, description text, stage text, quote jsonb, opened date,
  closes timestamptz, smaller boolean, solution jsonb, locality text, place text, owner text, amount numeric, currency text, note text,
  cpv text[], hash text)`

async function noteChanges(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need_event (need_id, kind, before, after, reason)
    select w.id, c.kind, c.before, c.after, 'As published in a newer notice'
    from json_to_recordset(${JSON.stringify(rows)}::json) ${INCOMING}
      join need w on w.source_id = ${context.sourceId} and w.source_ref = n.ref
      cross join lateral (values ('deadline', w.closes_at::text, n.closes::text), ('money', w.money_total::text, n.amount::text),
        ('state', w.state, n.state)) as c(kind, before, after)
    where c.before is distinct from c.after`.execute(tx)
}

async function upsert(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need (origin, state, title, description, locality_code, place_text, owner_text, stage_text, money_total,
      money_currency, money_note, opened_on, closes_at, smaller_lots, notice_id, quote, solution_language, cpv, source_id, source_ref,
      pulled_at, row_hash)
    select 'harvested', n.state, n.title, n.description, n.locality, n.place, n.owner, n.stage, n.amount, n.currency, n.note, n.opened,
      n.closes, n.smaller, n.notice, n.quote, n.solution, n.cpv, ${context.sourceId}, n.ref, ${context.pulledAt}, decode(n.hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) ${INCOMING}
    on conflict (source_id, source_ref) do update set state = excluded.state, title = excluded.title, description = excluded.description,
      locality_code = excluded.locality_code, place_text = excluded.place_text, owner_text = excluded.owner_text,
      stage_text = excluded.stage_text, money_total = excluded.money_total, money_currency = excluded.money_currency,
      money_note = excluded.money_note, opened_on = excluded.opened_on, closes_at = excluded.closes_at,
      smaller_lots = excluded.smaller_lots, notice_id = excluded.notice_id, quote = excluded.quote,
      solution_language = excluded.solution_language, cpv = excluded.cpv, pulled_at = excluded.pulled_at, row_hash = excluded.row_hash,
      text_version = default`.execute(tx)
}
