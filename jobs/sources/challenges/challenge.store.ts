import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { sentencesOf } from '../../../server/domain/strategy/sentences.js'
import { hashOf } from '../hash.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { ChallengeRecord } from './record.js'
import { needStateOf, stageText, stateOn } from './state.js'

type Row = ReturnType<typeof rowOf>

/** Writes programmes, challenges, and the need that each challenge states. Counts are challenges. */
export async function writeChallenges(tx: Tx, records: ChallengeRecord[], context: LoadContext): Promise<LoadCounts> {
  const counts = noCounts()
  // The same id twice in one file: the last one stands, as with a second publication.
  const byRef = new Map(records.map(record => [record.ref, record]))
  const rows = [...byRef.values()].map(record => rowOf(record, context.pulledAt))
  counts.unchanged += records.length - rows.length
  const known = await sql<{ source_ref: string; hash: string }>`
    select source_ref, encode(row_hash, 'hex') as hash from challenge
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => {
    const hash = hashes.get(row.ref)
    counts[hash === undefined ? 'new' : hash === row.hash ? 'unchanged' : 'changed']++
    return hash !== row.hash
  })
  if (touched.length > 0) {
    await upsertProgrammes(tx, touched, context)
    await upsertChallenges(tx, touched, context)
    await noteNeedChanges(tx, touched, context)
    await upsertNeeds(tx, touched, context)
  }
  return { ...counts, details: { challenges: rows.length, needs: rows.length } }
}

function rowOf(record: ChallengeRecord, at: Date) {
  const { kind: _, programme, ...challenge } = record
  const state = stateOn(record, at)
  const row = {
    ...challenge,
    programme: programme.ref,
    programmeName: programme.name,
    operator: programme.operator,
    rules: programme.rules,
    state,
    needState: needStateOf(state),
    stage: stageText(state),
    quote: quoteOf(record),
  }
  return { ...row, hash: hashOf(row) }
}

/** The first sentence of the problem that says what is wanted, as published; the title where there is no problem text. */
function quoteOf({ title, problem }: ChallengeRecord): { text: string; position: string; start: number; end: number } {
  const sentences = problem === null ? [] : sentencesOf(problem)
  const text = sentences.find(one => /\b(?:need|looking for|look for|seek|want|challenge)\b/i.test(one)) ?? sentences[0]
  if (problem === null || text === undefined) return { text: title, position: 'title', start: 0, end: title.length }
  const start = problem.indexOf(text)
  const end = start + text.length
  return { text, position: `problem statement, characters ${start + 1} to ${end}`, start, end }
}

const INCOMING = sql`as n(ref text, programme text, "programmeName" text, operator text, rules text, title text, "titleKey" text, problem text,
  sponsors text[], topics text[], "opensOn" date, "closesAt" timestamptz, "closesOn" date, "valueTotal" numeric, "valueFrom" numeric,
  "valueTo" numeric, phase text, eligibility text, "localityCode" text, address text, state text, "needState" text, stage text, quote jsonb,
  hash text)`

const incoming = (rows: Row[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json) ${INCOMING}`

async function upsertProgrammes(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into programme (source_id, source_ref, hub_id, name, operator, rules)
    select distinct on (n.programme) ${context.sourceId}, n.programme, ${context.hubId}::uuid, n."programmeName", n.operator, n.rules
    from ${incoming(rows)}
    on conflict (source_id, source_ref) do update set name = excluded.name, operator = excluded.operator, rules = excluded.rules`.execute(
    tx,
  )
}

async function upsertChallenges(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into challenge (source_id, source_ref, programme_id, hub_id, title, title_key, problem, sponsors, topics, opens_on, closes_at,
      closes_on, value_total, value_from, value_to, phase, eligibility, locality_code, address, state, row_hash, pulled_at)
    select ${context.sourceId}, n.ref, p.id, ${context.hubId}::uuid, n.title, n."titleKey", n.problem, n.sponsors, n.topics, n."opensOn",
      n."closesAt", n."closesOn", n."valueTotal", n."valueFrom", n."valueTo", n.phase, n.eligibility, l.code, n.address, n.state,
      decode(n.hash, 'hex'), ${context.pulledAt}
    from ${incoming(rows)} join programme p on p.source_id = ${context.sourceId} and p.source_ref = n.programme
      left join locality l on l.code = n."localityCode"
    on conflict (source_id, source_ref) do update set programme_id = excluded.programme_id, title = excluded.title, title_key = excluded.title_key,
      problem = excluded.problem, sponsors = excluded.sponsors, topics = excluded.topics, opens_on = excluded.opens_on,
      closes_at = excluded.closes_at, closes_on = excluded.closes_on, value_total = excluded.value_total, value_from = excluded.value_from,
      value_to = excluded.value_to, phase = excluded.phase, eligibility = excluded.eligibility, locality_code = excluded.locality_code,
      address = excluded.address, state = excluded.state, row_hash = excluded.row_hash, pulled_at = excluded.pulled_at`.execute(
    tx,
  )
}

async function noteNeedChanges(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need_event (need_id, kind, before, after, reason)
    select w.id, c.kind, c.before, c.after, 'As published by the programme'
    from ${incoming(rows)} join need w on w.source_id = ${context.sourceId} and w.source_ref = n.ref
      cross join lateral (values ('deadline', w.closes_at::text, n."closesAt"::text), ('money', w.money_total::text, n."valueTotal"::text),
        ('state', w.state, n."needState")) as c(kind, before, after)
    where c.before is distinct from c.after`.execute(tx)
}

/** A challenge states a need: open again once the challenge has ended, with its closing date behind it. */
async function upsertNeeds(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into need (origin, state, title, description, locality_code, place_text, owner_text, stage_text, money_first_phase, money_total,
      opened_on, closes_at, challenge_id, quote, source_id, source_ref, pulled_at, row_hash)
    select 'harvested', n."needState", n.title, coalesce(n.problem, n.title), l.code, l.name, nullif(array_to_string(n.sponsors, ', '), ''), n.stage,
      n."valueTo", n."valueTotal", n."opensOn", n."closesAt", c.id, n.quote, ${context.sourceId}, n.ref, ${context.pulledAt}, decode(n.hash, 'hex')
    from ${incoming(rows)} join challenge c on c.source_id = ${context.sourceId} and c.source_ref = n.ref
      left join locality l on l.code = n."localityCode"
    on conflict (source_id, source_ref) do update set state = excluded.state, title = excluded.title, description = excluded.description,
      locality_code = excluded.locality_code, place_text = excluded.place_text, owner_text = excluded.owner_text,
      stage_text = excluded.stage_text, money_first_phase = excluded.money_first_phase, money_total = excluded.money_total,
      opened_on = excluded.opened_on, closes_at = excluded.closes_at, quote = excluded.quote, pulled_at = excluded.pulled_at,
      row_hash = excluded.row_hash, text_version = default`.execute(tx)
}
