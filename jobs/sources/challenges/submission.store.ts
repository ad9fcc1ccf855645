import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { hashOf } from '../hash.js'
import { linkByIdentifier } from '../notices/link.store.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { SubmissionRecord } from './record.js'

type Row = ReturnType<typeof rowOf>

/** Writes submissions with their ideas, reasons and consents. A submission to a challenge that is not loaded is parked. */
export async function writeSubmissions(tx: Tx, records: SubmissionRecord[], context: LoadContext): Promise<LoadCounts> {
  const counts = noCounts()
  const storable = await withChallenge(tx, records, context)
  const rows = [...new Map(storable.map(record => [record.ref, record])).values()].map(record => rowOf(record))
  counts.unchanged += storable.length - rows.length
  const known = await sql<{ source_ref: string; hash: string }>`
    select source_ref, encode(row_hash, 'hex') as hash from submission
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => {
    const hash = hashes.get(row.ref)
    counts[hash === undefined ? 'new' : hash === row.hash ? 'unchanged' : 'changed']++
    return hash !== row.hash
  })
  if (touched.length > 0) {
    await writeSubmitters(tx, touched, context)
    await writeIdeas(tx, touched, context)
    await upsertSubmissions(tx, touched, context)
    await writeReasons(tx, touched, context)
    await writeConsents(tx, touched, context)
    await writeIdeaStates(tx, touched, context)
  }
  return { ...counts, details: { submissions: rows.length } }
}

async function withChallenge(tx: Tx, records: SubmissionRecord[], context: LoadContext): Promise<SubmissionRecord[]> {
  const refs = [...new Set(records.map(record => record.challengeRef))]
  const held = await sql<{ source_ref: string }>`select source_ref from challenge
    where source_id = ${context.sourceId} and source_ref = any(${refs}::text[])`.execute(tx)
  const there = new Set(held.rows.map(row => row.source_ref))
  return records.filter(record => {
    if (there.has(record.challengeRef)) return true
    const reason = `The challenge ${record.challengeRef} is not loaded: pull the list of challenges first.`
    context.park({ position: record.position, reason, excerpt: record.ref })
    return false
  })
}

function rowOf({ kind: _, position: __, ...record }: SubmissionRecord) {
  const { organisation, idea, ...rest } = record
  return {
    ...rest,
    hash: hashOf(record),
    owner: organisation.name,
    identifiers: organisation.number ? [{ scheme: 'GB-COH', id: organisation.number }] : [],
    postcode: organisation.postcode,
    ideaRef: idea.ref,
    idea,
  }
}

const INCOMING = sql`as n(ref text, "challengeRef" text, owner text, identifiers jsonb, postcode text, "ideaRef" text, idea jsonb, "submittedOn" date,
  outcome text, "stageReached" text, "decidedOn" date, score numeric, reasons jsonb, consent jsonb, hash text)`

const incoming = (rows: Row[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json) ${INCOMING}`

/** The applicant as written; joined to an organisation only by a company number. */
async function writeSubmitters(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into mention (source_id, source_ref, role, name, identifiers, postcode, pulled_at)
    select ${context.sourceId}, 'submission ' || n.ref, 'submitter', n.owner, n.identifiers, n.postcode, ${context.pulledAt} from ${incoming(rows)}
    on conflict (source_id, source_ref) do update set name = excluded.name, identifiers = excluded.identifiers, postcode = excluded.postcode,
      pulled_at = excluded.pulled_at`.execute(tx)
  await linkByIdentifier(tx, context)
}

/** An idea that its owner erased stays erased, whatever an old list still says. */
async function writeIdeas(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into idea (source_id, source_ref, organisation_id, owner_name, state, title, teaser, price, price_first_phase, maturity,
      maturity_stated_on, organisation_size, needs_partner)
    select distinct on (n."ideaRef") ${context.sourceId}, n."ideaRef", ml.organisation_id, n.owner, 'in_programme', n.idea->>'title',
      n.idea->>'teaser', (n.idea->>'price')::numeric, (n.idea->>'priceFirstPhase')::numeric, (n.idea->>'maturity')::integer,
      (n.idea->>'maturityStatedOn')::date, n.idea->>'size', (n.idea->>'needsPartner')::boolean
    from ${incoming(rows)} join mention m on m.source_id = ${context.sourceId} and m.source_ref = 'submission ' || n.ref
      left join mention_link ml on ml.mention_id = m.id
    order by n."ideaRef", (ml.organisation_id is null), n."submittedOn" desc nulls last
    on conflict (source_id, source_ref) do update set organisation_id = coalesce(excluded.organisation_id, idea.organisation_id),
      owner_name = excluded.owner_name, title = excluded.title, teaser = excluded.teaser, price = excluded.price,
      price_first_phase = excluded.price_first_phase, maturity = excluded.maturity, maturity_stated_on = excluded.maturity_stated_on,
      organisation_size = excluded.organisation_size, needs_partner = excluded.needs_partner
    where idea.state <> 'erased'`.execute(tx)
  await sql`insert into idea_version (idea_id, version, body, stated_on)
    select distinct on (i.id) i.id, coalesce(last.version, 0) + 1, n.idea->>'body', coalesce((n.idea->>'statedOn')::date, n."submittedOn", ${context.pulledAt}::date)
    from ${incoming(rows)} join idea i on i.source_id = ${context.sourceId} and i.source_ref = n."ideaRef" and i.state <> 'erased'
      left join lateral (select version, body from idea_version v where v.idea_id = i.id order by version desc limit 1) last on true
    where n.idea->>'body' is not null and last.body is distinct from n.idea->>'body'
    order by i.id, n."submittedOn" desc nulls last`.execute(tx)
  await sql`insert into idea_evidence (idea_id, statement, evidence_date, closes_gap)
    select distinct i.id, n.idea->'evidence'->>'statement', (n.idea->'evidence'->>'on')::date, n.idea->'evidence'->>'closes'
    from ${incoming(rows)} join idea i on i.source_id = ${context.sourceId} and i.source_ref = n."ideaRef" and i.state <> 'erased'
    where n.idea->'evidence'->>'statement' is not null and not exists (select 1 from idea_evidence e where e.idea_id = i.id
      and e.statement = n.idea->'evidence'->>'statement' and e.evidence_date = (n.idea->'evidence'->>'on')::date)`.execute(
    tx,
  )
}

async function upsertSubmissions(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`insert into submission (source_id, source_ref, challenge_id, idea_id, hub_id, organisation_id, mention_id, version, submitted_on, outcome,
      stage_reached, decided_on, score, row_hash, pulled_at)
    select ${context.sourceId}, n.ref, c.id, i.id, c.hub_id, i.organisation_id, m.id,
      coalesce((select max(v.version) from idea_version v where v.idea_id = i.id), 1), n."submittedOn", n.outcome, n."stageReached",
      n."decidedOn", n.score, decode(n.hash, 'hex'), ${context.pulledAt}
    from ${incoming(rows)} join challenge c on c.source_id = ${context.sourceId} and c.source_ref = n."challengeRef"
      join idea i on i.source_id = ${context.sourceId} and i.source_ref = n."ideaRef"
      join mention m on m.source_id = ${context.sourceId} and m.source_ref = 'submission ' || n.ref
    on conflict (source_id, source_ref) do update set challenge_id = excluded.challenge_id, idea_id = excluded.idea_id, hub_id = excluded.hub_id,
      organisation_id = excluded.organisation_id, submitted_on = excluded.submitted_on, outcome = excluded.outcome,
      stage_reached = excluded.stage_reached, decided_on = excluded.decided_on, score = excluded.score, row_hash = excluded.row_hash,
      pulled_at = excluded.pulled_at`.execute(tx)
}

async function writeReasons(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`delete from non_adoption where submission_id in (select id from submission
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[]))`.execute(tx)
  await sql`insert into non_adoption (submission_id, hub_id, organisation_id, code, quote, gap_items, details)
    select s.id, s.hub_id, s.organisation_id, r.code, r.quote, coalesce(r.gaps, '{}'), coalesce(r.details, '{}')
    from ${incoming(rows)} join submission s on s.source_id = ${context.sourceId} and s.source_ref = n.ref
      cross join lateral jsonb_to_recordset(n.reasons) as r(code text, quote text, gaps text[], details jsonb)
    on conflict (submission_id, code) do nothing`.execute(tx)
}

/** A no ends a running yes; a yes counts once: one that its owner took back in Wellmet is not given again by an old list. */
async function writeConsents(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`update consent k set revoked_at = ${context.pulledAt} from ${incoming(rows)}
    join idea i on i.source_id = ${context.sourceId} and i.source_ref = n."ideaRef"
    where k.idea_id = i.id and k.revoked_at is null and (n.consent->>'given')::boolean = false`.execute(tx)
  await sql`insert into consent (idea_id, tier, wording_version, given_at)
    select distinct on (i.id) i.id, n.consent->>'tier', n.consent->>'wording', (n.consent->>'on')::date
    from ${incoming(rows)} join idea i on i.source_id = ${context.sourceId} and i.source_ref = n."ideaRef" and i.state <> 'erased'
    where (n.consent->>'given')::boolean and not exists (select 1 from consent k where k.idea_id = i.id
      and (k.revoked_at is null or k.given_at >= (n.consent->>'on')::date))
    order by i.id, n.consent->>'on' desc`.execute(tx)
}

/**
 * The idea's headline state, from all its submissions and its consent. What the owner set (paused, closed, erased)
 * stays, and so does what the owner says became of it.
 */
async function writeIdeaStates(tx: Tx, rows: Row[], context: LoadContext): Promise<void> {
  await sql`update idea i set state = coalesce(told.afterwards, case
      when facts.running then 'in_programme' when not facts.ended then 'private' when facts.agreed then 'seeking' else 'not_adopted' end)
    from (select n."ideaRef" as ref, max(n.idea->>'afterwards') as afterwards from ${incoming(rows)} group by 1) told,
      lateral (select coalesce(bool_or(s.outcome in ('draft', 'submitted', 'in_assessment', 'shortlisted', 'funded')), false) as running,
          coalesce(bool_or(s.outcome in ('ineligible', 'sifted_out', 'not_adopted')), false) as ended,
          exists (select 1 from consent k where k.idea_id = (select id from idea where source_id = ${context.sourceId} and source_ref = told.ref)
            and k.revoked_at is null) as agreed
        from submission s join idea own on own.id = s.idea_id where own.source_id = ${context.sourceId} and own.source_ref = told.ref) facts
    where i.source_id = ${context.sourceId} and i.source_ref = told.ref and i.state not in ('paused', 'closed', 'erased')`.execute(
    tx,
  )
}
