import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import type { LoadContext } from '../source.js'

/**
 * Joins mentions to organisations where the publisher itself wrote a company or charity number that we hold. Names
 * alone never join here. Sources of the demonstration join only among themselves.
 */
export async function linkByIdentifier(tx: Tx, context: Pick<LoadContext, 'demonstration'>): Promise<number> {
  const made = await sql`
    insert into mention_link (mention_id, organisation_id, score, evidence, decided_by)
    select distinct on (m.id) m.id, held.organisation_id, 1, jsonb_build_array(jsonb_build_object('kind', 'identifier',
        'scheme', named.scheme, 'number', named.id, 'text', named.scheme || ' ' || named.id || ' stands in the notice and in the register')),
      'identifier'
    from mention m join source s on s.id = m.source_id and s.demonstration = ${context.demonstration}
      cross join lateral jsonb_to_recordset(m.identifiers) as named(scheme text, id text)
      join organisation_identifier held on held.scheme = named.scheme and held.identifier = named.id
      join source hs on hs.id = held.source_id and hs.demonstration = s.demonstration
    where named.scheme in ('GB-COH', 'GB-CHC') and not exists (select 1 from mention_link l where l.mention_id = m.id)
    order by m.id, named.scheme desc
    on conflict (mention_id) do nothing`.execute(tx)
  return Number(made.numAffectedRows ?? 0)
}
