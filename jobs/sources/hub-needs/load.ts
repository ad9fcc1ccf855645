import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { hashOf } from '../hash.js'
import { type LoadContext, type LoadCounts, noCounts, UnexpectedContent } from '../source.js'
import type { HubNeed } from './parse.js'

type Row = HubNeed & { hash: string }

/** Writes a batch of a hub's needs with the answers they rest on. Counts are needs. Throws UnexpectedContent when no hub is named. */
export async function load(tx: Tx, needs: HubNeed[], context: LoadContext): Promise<LoadCounts> {
  if (context.hubId === null) throw new UnexpectedContent('Needs belong to a hub: say which one the file is of.')
  const counts = noCounts()
  const placed = await withPlace(tx, needs, context)
  const rows = [...new Map(placed.map(one => [one.ref, one])).values()].map((one): Row => {
    const { position: _, ...kept } = one
    return { ...one, hash: hashOf(kept) }
  })
  counts.unchanged += placed.length - rows.length
  const known = await sql<{ source_ref: string; hash: string }>`
    select source_ref, encode(row_hash, 'hex') as hash from need
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => {
    const hash = hashes.get(row.ref)
    counts[hash === undefined ? 'new' : hash === row.hash ? 'unchanged' : 'changed']++
    return hash !== row.hash
  })
  if (touched.length > 0) {
    await noteChanges(tx, touched, context)
    await upsert(tx, touched, context)
    await writeEvidence(tx, touched, context)
  }
  return { ...counts, details: { needs: rows.length } }
}

async function withPlace(tx: Tx, needs: HubNeed[], context: LoadContext): Promise<HubNeed[]> {
  const codes = [...new Set(needs.map(one => one.localityCode))]
  const held = await tx.selectFrom('locality').select('code').where('code', 'in', codes).execute()
  const known = new Set(held.map(row => row.code))
  return needs.filter(one => {
    if (known.has(one.localityCode)) return true
    context.park({
      position: one.position,
      reason: `There is no place with the code ${one.localityCode}.`,
      excerpt: one.ref,
    })
    return false
  })
}

const incoming = (
  rows: Row[],
) => sql`json_to_recordset(${JSON.stringify(rows)}::json) as n(ref text, origin text, state text, title text,
  description text, outcome text, "outcomeMeasure" text, baseline text, "affectedGroup" text, "affectedCount" integer, "localityCode" text,
  "placeText" text, owner text, stage text, "moneyFirstPhase" numeric, "moneyTotal" numeric, "moneyNote" text, "openedOn" date,
  "closesAt" timestamptz, "confirmedOn" date, "maturityFrom" integer, "maturityTo" integer, "paysFeasibility" boolean, "smallerLots" boolean,
  "existingService" boolean, eligibility jsonb, "sharedWithHubs" boolean, "solutionLanguage" jsonb, evidence jsonb, hash text)`

async function noteChanges(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need_event (need_id, hub_id, kind, before, after, reason)
    select w.id, w.hub_id, c.kind, c.before, c.after, 'In a newer list of the hub'
    from ${incoming(rows)} join need w on w.source_id = ${context.sourceId} and w.source_ref = n.ref
      cross join lateral (values ('deadline', w.closes_at::text, n."closesAt"::text), ('money', w.money_total::text, n."moneyTotal"::text),
        ('state', w.state, n.state)) as c(kind, before, after)
    where c.before is distinct from c.after`.execute(tx)
}

async function upsert(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need (hub_id, origin, state, title, description, outcome, outcome_measure, baseline, affected_group, affected_count,
      locality_code, place_text, owner_text, stage_text, money_first_phase, money_total, money_note, opened_on, closes_at, confirmed_on,
      maturity_from, maturity_to, pays_feasibility, smaller_lots, existing_service, eligibility, shared_with_hubs, solution_language, source_id,
      source_ref, pulled_at, row_hash)
    select ${context.hubId}::uuid, n.origin, n.state, n.title, n.description, n.outcome, n."outcomeMeasure", n.baseline, n."affectedGroup",
      n."affectedCount", n."localityCode", n."placeText", n.owner, n.stage, n."moneyFirstPhase", n."moneyTotal", n."moneyNote", n."openedOn",
      n."closesAt", n."confirmedOn", n."maturityFrom", n."maturityTo", n."paysFeasibility", n."smallerLots", n."existingService", n.eligibility,
      n."sharedWithHubs", n."solutionLanguage", ${context.sourceId}, n.ref, ${context.pulledAt}, decode(n.hash, 'hex')
    from ${incoming(rows)}
    on conflict (source_id, source_ref) do update set origin = excluded.origin, state = excluded.state, title = excluded.title,
      description = excluded.description, outcome = excluded.outcome, outcome_measure = excluded.outcome_measure, baseline = excluded.baseline,
      affected_group = excluded.affected_group, affected_count = excluded.affected_count, locality_code = excluded.locality_code,
      place_text = excluded.place_text, owner_text = excluded.owner_text, stage_text = excluded.stage_text,
      money_first_phase = excluded.money_first_phase, money_total = excluded.money_total, money_note = excluded.money_note,
      opened_on = excluded.opened_on, closes_at = excluded.closes_at, confirmed_on = excluded.confirmed_on, maturity_from = excluded.maturity_from,
      maturity_to = excluded.maturity_to, pays_feasibility = excluded.pays_feasibility, smaller_lots = excluded.smaller_lots,
      existing_service = excluded.existing_service, eligibility = excluded.eligibility, shared_with_hubs = excluded.shared_with_hubs,
      solution_language = excluded.solution_language, pulled_at = excluded.pulled_at, row_hash = excluded.row_hash, text_version = default`.execute(
    tx,
  )
}

/** Quotes the answers that the hub names: its own consultation's, and only those with consent to publish. */
async function writeEvidence(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`delete from need_evidence e using need w where e.need_id = w.id and w.source_id = ${context.sourceId}
    and w.source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  await sql`insert into need_evidence (need_id, answer_id, hub_id, quote, stance, respondent_kind, public_id, said_on)
    select w.id, a.id, a.hub_id, a.body, given.stance, r.respondent_kind, r.public_id, r.submitted_on
    from ${incoming(rows)} join need w on w.source_id = ${context.sourceId} and w.source_ref = n.ref
      cross join lateral jsonb_to_recordset(n.evidence) as given(response text, question integer, stance text)
      join response r on r.source_ref = given.response and r.hub_id = ${context.hubId}::uuid and r.publish_consent
      join consultation c on c.id = r.consultation_id
      join source s on s.id = c.source_id and s.demonstration = ${context.demonstration}
      join question q on q.consultation_id = c.id and q.number = given.question
      join answer a on a.response_id = r.id and a.question_id = q.id`.execute(tx)
}
