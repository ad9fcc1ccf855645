import { group } from 'd3-array'
import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'
import type { ItemKind, Priority, Suggestion } from '../../server/domain/strategy/items.js'
import type { CountedLink, CoverageRow, MeasureRow } from '../../server/domain/strategy/tally.js'

/** Rows in one statement: large enough to be fast, small enough to stay far from the limits of one message. */
const BATCH = 2_000

/** A framework with the priorities that items are linked to: its leaves, since a heading is served through them. */
export interface FrameworkLeaves {
  id: string
  priorities: Priority[]
}

export async function readFrameworks(tx: Tx): Promise<FrameworkLeaves[]> {
  const rows = await tx
    .selectFrom('framework_node as n')
    .select(['n.id', 'n.framework_id', 'n.title', 'n.definition', 'n.sic_prefixes', 'n.cpv_prefixes'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('framework_node as c').select('c.id').whereRef('c.parent_id', '=', 'n.id'))),
    )
    .orderBy('n.framework_id')
    .orderBy('n.position')
    .execute()
  return [...group(rows, row => row.framework_id)].map(([id, nodes]) => ({
    id,
    priorities: nodes.map(node => ({
      id: node.id,
      title: node.title,
      definition: node.definition,
      sicPrefixes: node.sic_prefixes,
      cpvPrefixes: node.cpv_prefixes,
    })),
  }))
}

/** Every place with the places around it, nearest first, itself included; and the places that have a hub. */
export async function readPlaces(tx: Tx): Promise<{ around: Map<string, string[]>; withHub: string[] }> {
  const localities = await tx.selectFrom('locality').select(['code', 'parent_code']).execute()
  const hubs = await tx.selectFrom('hub_locality').select('locality_code').distinct().execute()
  const parent = new Map(localities.map(l => [l.code, l.parent_code]))
  const around = new Map<string, string[]>()
  for (const { code } of localities) {
    const chain: string[] = []
    for (let at: string | null | undefined = code; at && !chain.includes(at); at = parent.get(at)) chain.push(at)
    around.set(code, chain)
  }
  return { around, withHub: hubs.map(h => h.locality_code) }
}

/**
 * Makes the suggestions of rules and of the word overlap equal to `wanted`. What a person said stays: declared and
 * officers' links, confirmed ones, and removed ones, which keep a suggestion from coming back. Returns rows written.
 */
export async function writeSuggestions(tx: Tx, wanted: readonly Suggestion[]): Promise<number> {
  const gone = await sql`delete from alignment_link l
    where l.superseded_by is null and l.state = 'suggested' and l.basis in ('rule', 'model')
      and not exists (select 1 from unnest(${wanted.map(s => s.kind)}::text[], ${wanted.map(s => s.itemId)}::uuid[],
        ${wanted.map(s => s.priorityId)}::uuid[]) as w (kind, item, node)
        where w.kind = l.item_kind and w.item = l.item_id and w.node = l.node_id)`.execute(tx)
  let written = Number(gone.numAffectedRows ?? 0)
  for (let at = 0; at < wanted.length; at += BATCH) written += await upsert(tx, wanted.slice(at, at + BATCH))
  return written
}

async function upsert(tx: Tx, suggestions: readonly Suggestion[]): Promise<number> {
  const rows = suggestions.map(s => ({
    kind: s.kind,
    item: s.itemId,
    node: s.priorityId,
    grade: s.grade,
    basis: s.basis,
    quotes: s.quotes,
    confidence: s.confidence,
    method: s.method,
  }))
  const done =
    await sql`insert into alignment_link as l (item_kind, item_id, node_id, grade, basis, state, quotes, confidence, method)
    select w.kind, w.item, w.node, w.grade, w.basis, 'suggested', w.quotes, w.confidence, w.method
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w (kind text, item uuid, node uuid, grade text, basis text, quotes jsonb, confidence numeric, method text)
    on conflict (item_kind, item_id, node_id) where superseded_by is null do update
      set grade = excluded.grade, basis = excluded.basis, quotes = excluded.quotes, confidence = excluded.confidence,
        method = excluded.method, coded_at = clock_timestamp()
      where l.state = 'suggested' and l.basis in ('rule', 'model')
        and (l.grade, l.basis, l.quotes, l.confidence, l.method)
          is distinct from (excluded.grade, excluded.basis, excluded.quotes, excluded.confidence, excluded.method)`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0)
}

/** The current links that say an item serves a priority, with the framework of the priority. */
export async function readLinks(tx: Tx): Promise<(CountedLink & { frameworkId: string })[]> {
  const rows = await tx
    .selectFrom('alignment_link as l')
    .innerJoin('framework_node as n', 'n.id', 'l.node_id')
    .select(['l.item_kind', 'l.item_id', 'l.node_id', 'l.state', 'n.framework_id'])
    .where('l.superseded_by', 'is', null)
    .where('l.state', '<>', 'removed')
    .where('l.grade', 'in', ['principal', 'significant'])
    .execute()
  return rows.map(row => ({
    kind: row.item_kind as ItemKind,
    itemId: row.item_id,
    priorityId: row.node_id,
    confirmed: row.state === 'confirmed',
    frameworkId: row.framework_id,
  }))
}

/** Makes the stored counts equal to `measures`; a row that says the same already is left alone. Returns rows written. */
export async function writeMeasures(tx: Tx, measures: readonly MeasureRow[]): Promise<number> {
  const rows = JSON.stringify(measures.map(m => ({ ...m, suggested: m.items - m.confirmed })))
  const wanted = sql`jsonb_to_recordset(${rows}::jsonb) as w ("priorityId" uuid, place text, kind text, items integer,
    confirmed integer, suggested integer, value numeric, "valuedItems" integer)`
  const gone = await sql`delete from alignment_measure m where not exists (select 1 from ${wanted}
    where w."priorityId" = m.node_id and w.place = m.locality_code and w.kind = m.item_kind)`.execute(tx)
  const done =
    await sql`insert into alignment_measure as m (node_id, locality_code, item_kind, items, confirmed, suggested, value, valued_items)
    select w."priorityId", w.place, w.kind, w.items, w.confirmed, w.suggested, w.value, w."valuedItems" from ${wanted}
    on conflict (node_id, locality_code, item_kind) do update
      set items = excluded.items, confirmed = excluded.confirmed, suggested = excluded.suggested, value = excluded.value,
        valued_items = excluded.valued_items, computed_at = clock_timestamp()
      where (m.items, m.confirmed, m.suggested, m.value, m.valued_items)
        is distinct from (excluded.items, excluded.confirmed, excluded.suggested, excluded.value, excluded.valued_items)`.execute(
      tx,
    )
  return Number(gone.numAffectedRows ?? 0) + Number(done.numAffectedRows ?? 0)
}

/** The same for how much has been compared with each framework. */
export async function writeCoverage(
  tx: Tx,
  coverage: readonly (CoverageRow & { frameworkId: string })[],
): Promise<number> {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(coverage)}::jsonb) as w ("frameworkId" uuid, place text, kind text,
    confirmed integer, suggested integer, unlinked integer, "notCoded" integer)`
  const gone = await sql`delete from alignment_coverage c where not exists (select 1 from ${wanted}
    where w."frameworkId" = c.framework_id and w.place = c.locality_code and w.kind = c.item_kind)`.execute(tx)
  const done =
    await sql`insert into alignment_coverage as c (framework_id, locality_code, item_kind, confirmed, suggested, unlinked, not_coded)
    select w."frameworkId", w.place, w.kind, w.confirmed, w.suggested, w.unlinked, w."notCoded" from ${wanted}
    on conflict (framework_id, locality_code, item_kind) do update
      set confirmed = excluded.confirmed, suggested = excluded.suggested, unlinked = excluded.unlinked,
        not_coded = excluded.not_coded, computed_at = clock_timestamp()
      where (c.confirmed, c.suggested, c.unlinked, c.not_coded)
        is distinct from (excluded.confirmed, excluded.suggested, excluded.unlinked, excluded.not_coded)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) + Number(done.numAffectedRows ?? 0)
}
