import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { hashOf } from '../hash.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { Petition } from './parse.js'

const CONSULTATION = 'uk-parliament-petitions'
const TITLE = 'UK Parliament petitions (sample)'
const QUESTION = 'What do you want the Government or Parliament to do?'

/** Writes a batch of petitions as responses of one consultation that belongs to no hub. Counts are petitions. */
export async function load(tx: Tx, petitions: Petition[], context: LoadContext): Promise<LoadCounts> {
  const question = await ensureConsultation(tx, context)
  const counts = noCounts()
  const rows = [...new Map(petitions.map(one => [one.ref, one])).values()].map(one => ({ ...one, hash: hashOf(one) }))
  counts.unchanged += petitions.length - rows.length
  const known = await sql<{ source_ref: string; hash: string }>`
    select source_ref, encode(row_hash, 'hex') as hash from response
    where consultation_id = ${question.consultation_id} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(
    tx,
  )
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => {
    const hash = hashes.get(row.ref)
    counts[hash === undefined ? 'new' : hash === row.hash ? 'unchanged' : 'changed']++
    return hash !== row.hash
  })
  if (touched.length > 0) await writeResponses(tx, touched, question)
  return { ...counts, details: { duplicates: rows.filter(row => row.duplicateOf.length > 0).length } }
}

interface Question {
  id: string
  consultation_id: string
}

async function ensureConsultation(tx: Tx, context: LoadContext): Promise<Question> {
  const consultation = await tx
    .insertInto('consultation')
    .values({
      source_id: context.sourceId,
      source_ref: CONSULTATION,
      title: TITLE,
      overview: 'Petitions as answers, to try loading and grouping on real words. No hub asked for them.',
      department: 'UK Parliament',
      state: 'closed',
      address: 'https://petition.parliament.uk',
      pulled_at: context.pulledAt,
    })
    .onConflict(oc => oc.columns(['source_id', 'source_ref']).doUpdateSet({ pulled_at: context.pulledAt }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return tx
    .insertInto('question')
    .values({ consultation_id: consultation.id, number: 1, wording: QUESTION })
    .onConflict(oc => oc.columns(['consultation_id', 'number']).doUpdateSet({ wording: QUESTION }))
    .returning(['id', 'consultation_id'])
    .executeTakeFirstOrThrow()
}

async function writeResponses(tx: Tx, rows: (Petition & { hash: string })[], question: Question): Promise<void> {
  const incoming = sql`json_to_recordset(${JSON.stringify(rows)}::json) as n(ref text, body text, state text, support integer,
    "submittedOn" date, "duplicateOf" text[], published boolean, hash text)`
  await sql`insert into response (consultation_id, source_ref, public_id, submitted_on, publish_consent, state, support, duplicate_of, row_hash)
    select ${question.consultation_id}, n.ref, 'P-' || n.ref, n."submittedOn", n.published, n.state, n.support, n."duplicateOf", decode(n.hash, 'hex')
    from ${incoming}
    on conflict (consultation_id, source_ref) do update set submitted_on = excluded.submitted_on, publish_consent = excluded.publish_consent,
      state = excluded.state, support = excluded.support, duplicate_of = excluded.duplicate_of, row_hash = excluded.row_hash`.execute(
    tx,
  )
  await sql`insert into answer (response_id, question_id, body)
    select r.id, ${question.id}, n.body from ${incoming}
      join response r on r.consultation_id = ${question.consultation_id} and r.source_ref = n.ref
    on conflict (response_id, question_id) do update set body = excluded.body`.execute(tx)
}
