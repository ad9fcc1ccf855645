import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import type { LoadContext } from '../source.js'
import type { Party } from './release.js'

/** An organisation as written, with the key under which this source names it. */
export interface NamedParty {
  ref: string
  role: 'buyer' | 'supplier'
  party: Party
}

/** Writes mentions and returns their ids by key. A mention that says something new loses the join that rested on the old words. */
export async function writeMentions(tx: Tx, parties: NamedParty[], context: LoadContext): Promise<Map<string, string>> {
  if (parties.length === 0) return new Map()
  const rows = parties.map(({ ref, role, party }) => ({ ref, role, ...party }))
  await sql`with written as (
      insert into mention (source_id, source_ref, role, name, identifiers, postcode, town, region, pulled_at)
      select ${context.sourceId}, p.ref, p.role, p.name, p.identifiers, p.postcode, p.town, p.region, ${context.pulledAt}
      from json_to_recordset(${JSON.stringify(rows)}::json) as p(ref text, role text, name text, identifiers jsonb, postcode text,
        town text, region text)
      on conflict (source_id, source_ref) do update set name = excluded.name, identifiers = excluded.identifiers,
        postcode = excluded.postcode, town = excluded.town, region = excluded.region, pulled_at = excluded.pulled_at
      where (mention.name, mention.identifiers, mention.postcode) is distinct from (excluded.name, excluded.identifiers, excluded.postcode)
      returning id)
    delete from mention_link l using written w where l.mention_id = w.id and l.decided_by <> 'steward'`.execute(tx)
  const ids = await sql<{ source_ref: string; id: string }>`select source_ref, id from mention
    where source_id = ${context.sourceId} and source_ref = any(${rows.map(row => row.ref)}::text[])`.execute(tx)
  return new Map(ids.rows.map(row => [row.source_ref, row.id]))
}
