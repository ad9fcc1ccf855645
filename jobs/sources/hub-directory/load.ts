import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import type { Statement } from './parse.js'

/** Writes a batch of capability lines. An entry whose company is not on the register we hold is parked. Counts are entries. */
export async function load(tx: Tx, statements: Statement[], context: LoadContext): Promise<LoadCounts> {
  const organisations = await organisationsOf(tx, statements, context)
  const rows = statements.flatMap(one => {
    const organisation = organisations.get(one.companyNumber)
    if (organisation) return [{ ...one, organisation }]
    const reason = `Company ${one.companyNumber} is not on the register that is loaded: pull companies-house first.`
    context.park({ position: one.position, reason, excerpt: one.ref })
    return []
  })
  const written = await sql<{ is_new: boolean }>`
    insert into capability (organisation_id, statement, basis, evidence_date, source_id, source_ref, pulled_at)
    select distinct on (n.ref) n.organisation, n.statement, n.basis, n.dated, ${context.sourceId}, n.ref, ${context.pulledAt}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(ref text, organisation uuid, statement text, basis text, dated date)
    on conflict (source_id, source_ref) do update set organisation_id = excluded.organisation_id, statement = excluded.statement,
      basis = excluded.basis, evidence_date = excluded.evidence_date, pulled_at = excluded.pulled_at
    where (capability.organisation_id, capability.statement, capability.basis, capability.evidence_date)
      is distinct from (excluded.organisation_id, excluded.statement, excluded.basis, excluded.evidence_date)
    returning xmax = 0 as is_new`.execute(tx)
  const fresh = written.rows.filter(row => row.is_new).length
  const changed = written.rows.length - fresh
  return {
    ...noCounts(),
    new: fresh,
    changed,
    unchanged: rows.length - fresh - changed,
    details: { statements: rows.length },
  }
}

/** Demonstration entries join demonstration companies only, and real ones real ones. */
async function organisationsOf(tx: Tx, statements: Statement[], context: LoadContext): Promise<Map<string, string>> {
  const found = await sql<{ identifier: string; organisation_id: string }>`
    select i.identifier, i.organisation_id from organisation_identifier i join source s on s.id = i.source_id
    where i.scheme = 'GB-COH' and s.demonstration = ${context.demonstration}
      and i.identifier = any(${statements.map(one => one.companyNumber)}::text[])`.execute(tx)
  return new Map(found.rows.map(row => [row.identifier, row.organisation_id]))
}
