import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { hashOf } from '../hash.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { ConsultationResponse } from './parse.js'

/** Writes a batch of responses. They belong to the hub that gave the file and are private to it. Counts are responses. */
export async function load(tx: Tx, responses: ConsultationResponse[], context: LoadContext): Promise<LoadCounts> {
  const first = responses[0]
  if (!first) return noCounts()
  const consultation = await ensureConsultation(tx, first, context)
  const counts = noCounts()
  const rows = [...new Map(responses.map(one => [one.ref, one])).values()].map(one => {
    const { consultation: _, questions: __, ...kept } = one
    return { ...kept, hash: hashOf(kept) }
  })
  counts.unchanged += responses.length - rows.length
  const known = await sql<{ source_ref: string; hash: string }>`
    select source_ref, encode(row_hash, 'hex') as hash from response
    where consultation_id = ${consultation} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  const hashes = new Map(known.rows.map(row => [row.source_ref, row.hash]))
  const touched = rows.filter(row => {
    const hash = hashes.get(row.ref)
    counts[hash === undefined ? 'new' : hash === row.hash ? 'unchanged' : 'changed']++
    return hash !== row.hash
  })
  if (touched.length > 0) await writeResponses(tx, touched, consultation)
  return { ...counts, details: { answers: rows.reduce((sum, row) => sum + row.answers.length, 0) } }
}

async function ensureConsultation(tx: Tx, first: ConsultationResponse, context: LoadContext): Promise<string> {
  const about = first.consultation
  const row = {
    title: about.title,
    overview: about.overview ?? null,
    department: about.department ?? null,
    locality_code: about.locality ?? null,
    opens_on: about.opens ?? null,
    closes_on: about.closes ?? null,
    state:
      about.state ??
      (about.closes !== undefined && about.closes < context.pulledAt.toISOString().slice(0, 10) ? 'closed' : 'open'),
    address: about.address ?? null,
    pulled_at: context.pulledAt,
  } as const
  const { id } = await tx
    .insertInto('consultation')
    .values({ source_id: context.sourceId, source_ref: about.ref, hub_id: context.hubId, ...row })
    .onConflict(oc => oc.columns(['source_id', 'source_ref']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('question')
    .values(first.questions.map((wording, i) => ({ consultation_id: id, number: i + 1, wording })))
    .onConflict(oc =>
      oc.columns(['consultation_id', 'number']).doUpdateSet(eb => ({ wording: eb.ref('excluded.wording') })),
    )
    .execute()
  return id
}

type Row = Omit<ConsultationResponse, 'consultation' | 'questions'> & { hash: string }

/**
 * Public ids are counted up in the order of arrival (new ones first, so that none comes twice), and kept: they are not derived from the private id, so nobody can
 * compute one from the other. Evidence that rests on an answer whose owner took consent back is taken away.
 */
async function writeResponses(tx: Tx, rows: Row[], consultation: string): Promise<void> {
  const incoming = sql`json_to_recordset(${JSON.stringify(rows)}::json) as n(ref text, "submittedOn" date, respondent text, consent boolean,
    answers jsonb, hash text)`
  await sql`insert into response (consultation_id, hub_id, source_ref, public_id, submitted_on, respondent_kind, locality_code, publish_consent, row_hash)
    select c.id, c.hub_id, n.ref, 'R-' || lpad(((select count(*) from response) + row_number() over (order by (k.id is not null), n.ref))::text, 4, '0'),
      n."submittedOn", n.respondent, c.locality_code, n.consent, decode(n.hash, 'hex')
    from ${incoming} join consultation c on c.id = ${consultation}
      left join response k on k.consultation_id = c.id and k.source_ref = n.ref
    on conflict (consultation_id, source_ref) do update set submitted_on = excluded.submitted_on, respondent_kind = excluded.respondent_kind,
      publish_consent = excluded.publish_consent, row_hash = excluded.row_hash`.execute(tx)
  await sql`delete from answer a using response r, ${incoming}
    where r.consultation_id = ${consultation} and r.source_ref = n.ref and a.response_id = r.id
      and not exists (select 1 from question q, jsonb_to_recordset(n.answers) as given(number integer, body text)
        where q.id = a.question_id and q.number = given.number)`.execute(tx)
  await sql`insert into answer (response_id, question_id, hub_id, body)
    select r.id, q.id, r.hub_id, given.body
    from ${incoming} join response r on r.consultation_id = ${consultation} and r.source_ref = n.ref
      cross join lateral jsonb_to_recordset(n.answers) as given(number integer, body text)
      join question q on q.consultation_id = ${consultation} and q.number = given.number
    on conflict (response_id, question_id) do update set body = excluded.body`.execute(tx)
  await sql`delete from need_evidence e using answer a join response r on r.id = a.response_id
    where e.answer_id = a.id and r.consultation_id = ${consultation} and not r.publish_consent`.execute(tx)
}
