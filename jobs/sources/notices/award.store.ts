import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import type { LoadContext } from '../source.js'
import { type NamedParty, writeMentions } from './mention.store.js'
import type { PlacedProcess } from './place.js'

/** A supplier of an award, on its way into the tables. */
interface Supply extends NamedParty {
  noticeId: string
  awardRef: string
}

/** Writes the awards of processes and who got them, as written. Awards and suppliers that are no longer named go. */
export async function writeAwards(
  tx: Tx,
  placed: PlacedProcess[],
  context: LoadContext,
): Promise<{ awards: number; suppliers: number }> {
  const rows = placed.flatMap(({ process, noticeId }) =>
    process.awards.map(({ ref, award }) => ({
      notice: noticeId,
      ref,
      title: award.title,
      status: award.status,
      on: award.on,
      amount: award.value?.amount ?? null,
      currency: award.value?.currency ?? null,
      note: award.value?.note ?? null,
      from: award.from,
      to: award.to,
      cpv: award.cpv.length > 0 ? award.cpv : process.latest.cpv,
    })),
  )
  const supplies = placed.flatMap(one => suppliesOf(one))
  await removeOld(tx, placed, { refs: rows.map(row => row.ref), supplies })
  const awards = await sql<{ notice_id: string; source_ref: string; id: string }>`
    insert into award (notice_id, source_ref, title, status, awarded_on, value_amount, value_currency, value_note, contract_from,
      contract_to, cpv)
    select a.notice, a.ref, a.title, a.status, a."on", a.amount, a.currency, a.note, a."from", a."to", a.cpv
    from json_to_recordset(${JSON.stringify(rows)}::json) as a(notice uuid, ref text, title text, status text, "on" date, amount numeric,
      currency text, note text, "from" date, "to" date, cpv text[])
    on conflict (notice_id, source_ref) do update set title = excluded.title, status = excluded.status, awarded_on = excluded.awarded_on,
      value_amount = excluded.value_amount, value_currency = excluded.value_currency, value_note = excluded.value_note,
      contract_from = excluded.contract_from, contract_to = excluded.contract_to, cpv = excluded.cpv
    returning notice_id, source_ref, id`.execute(tx)
  const awardIds = new Map(awards.rows.map(row => [`${row.notice_id} ${row.source_ref}`, row.id]))
  const mentionIds = await writeMentions(tx, supplies, context)
  await sql`insert into award_supplier (award_id, mention_id)
    select a, m from unnest(${supplies.map(s => awardIds.get(`${s.noticeId} ${s.awardRef}`)!)}::uuid[],
      ${supplies.map(s => mentionIds.get(s.ref)!)}::uuid[]) as x(a, m)
    on conflict do nothing`.execute(tx)
  return { awards: rows.length, suppliers: supplies.length }
}

function suppliesOf({ process, noticeId }: PlacedProcess): Supply[] {
  return process.awards.flatMap(({ ref, award }) =>
    award.suppliers.map(
      (party, i): Supply => ({
        ref: `${process.ocid}/award/${ref}/supplier/${i + 1}`,
        role: 'supplier',
        party,
        noticeId,
        awardRef: ref,
      }),
    ),
  )
}

/** An award reference is unique within its notice only; both lists are therefore compared under the notice. */
async function removeOld(
  tx: Tx,
  placed: PlacedProcess[],
  { refs, supplies }: { refs: string[]; supplies: Supply[] },
): Promise<void> {
  const notices = placed.map(one => one.noticeId)
  await sql`delete from mention m using award_supplier s join award a on a.id = s.award_id
    where s.mention_id = m.id and a.notice_id = any(${notices}::uuid[])
      and m.source_ref <> all(${supplies.map(supply => supply.ref)}::text[])`.execute(tx)
  await sql`delete from award where notice_id = any(${notices}::uuid[]) and source_ref <> all(${refs}::text[])`.execute(
    tx,
  )
}
