import { sql } from 'kysely'
import type { Tx } from '../../database/doors.js'

/** A match as the matcher found it; jsonb members are plain values here. */
export interface FoundMatch {
  need_id: string
  hub_id: string | null
  organisation_id: string | null
  idea_id: string | null
  owner_organisation_id: string | null
  rank: number
  score: number
  label: 'strong' | 'possible' | 'weak'
  parts: unknown
  evidence: unknown
  against: string[]
  unknowns: string[]
  would_change: string | null
  distance_miles: number | null
  second_chance: unknown
}

export interface FoundSupply {
  need_id: string
  strong: number
  possible: number
  weak: number
  in_reach: number
  reach_miles: number
  second_chances: number
  assessed: boolean
  note: string | null
}

/** What a run of the matcher writes. */
export const MatchRunStore = {
  async begin(tx: Tx, engineVersion: string, parameters: Record<string, unknown>): Promise<string> {
    const made = await tx
      .insertInto('match_run')
      .values({ engine_version: engineVersion, parameters: JSON.stringify(parameters) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return made.id
  },

  /** Replaces the matches and counts of these needs, in the caller's transaction: readers see the old list or the new one. */
  async replace(
    tx: Tx,
    runId: string,
    needIds: string[],
    found: { matches: FoundMatch[]; supply: FoundSupply[] },
  ): Promise<void> {
    if (needIds.length === 0) return
    // A match that stays keeps its id: pages, feedback and mails point at it.
    await sql`delete from match m where m.need_id = any(${needIds}::uuid[]) and not exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(found.matches.map(({ need_id, organisation_id, idea_id }) => ({ need_id, organisation_id, idea_id })))}::jsonb)
        as k(need_id uuid, organisation_id uuid, idea_id uuid)
      where k.need_id = m.need_id and k.organisation_id is not distinct from m.organisation_id and k.idea_id is not distinct from m.idea_id)`.execute(
      tx,
    )
    for (const kind of ['organisation_id', 'idea_id'] as const) {
      const rows = found.matches.filter(m => m[kind] !== null)
      if (rows.length > 0) await upsertMatches(tx, runId, kind, rows)
    }
    await sql`insert into need_supply (need_id, match_run_id, strong, possible, weak, in_reach, reach_miles, second_chances, assessed, note)
      select s.need_id, ${runId}::uuid, s.strong, s.possible, s.weak, s.in_reach, s.reach_miles, s.second_chances, s.assessed, s.note
      from jsonb_to_recordset(${JSON.stringify(found.supply)}::jsonb) as s(need_id uuid, strong int, possible int, weak int, in_reach int, reach_miles int,
        second_chances int, assessed boolean, note text)
      on conflict (need_id) do update set match_run_id = excluded.match_run_id, strong = excluded.strong, possible = excluded.possible, weak = excluded.weak,
        in_reach = excluded.in_reach, reach_miles = excluded.reach_miles, second_chances = excluded.second_chances, assessed = excluded.assessed, note = excluded.note`.execute(
      tx,
    )
  },

  /** Closes the run with its counts; matches of needs that can no longer be met go. */
  async finish(
    tx: Tx,
    runId: string,
    counts: { needs: number; organisations: number; ideas: number; matches: number; second_chances: number },
  ): Promise<void> {
    await sql`delete from match m using need n where n.id = m.need_id and n.state not in ('open', 'in_challenge', 'in_procurement')`.execute(
      tx,
    )
    await tx
      .updateTable('match_run')
      .set({ ...counts, finished_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', runId)
      .execute()
    await sql`delete from match_run r where not exists (select 1 from match m where m.match_run_id = r.id)
      and not exists (select 1 from need_supply s where s.match_run_id = r.id) and r.id <> ${runId}::uuid and r.started_at < clock_timestamp() - interval '90 days'`.execute(
      tx,
    )
  },
}

async function upsertMatches(
  tx: Tx,
  runId: string,
  kind: 'organisation_id' | 'idea_id',
  rows: FoundMatch[],
): Promise<void> {
  await sql`insert into match (match_run_id, need_id, hub_id, organisation_id, idea_id, owner_organisation_id, rank, score, label, parts, evidence, against,
      unknowns, would_change, distance_miles, second_chance)
    select ${runId}::uuid, r.need_id, r.hub_id, r.organisation_id, r.idea_id, r.owner_organisation_id, r.rank, r.score, r.label, r.parts, r.evidence, r.against,
      r.unknowns, r.would_change, r.distance_miles, r.second_chance
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(need_id uuid, hub_id uuid, organisation_id uuid, idea_id uuid, owner_organisation_id uuid, rank int,
      score numeric, label text, parts jsonb, evidence jsonb, against text[], unknowns text[], would_change text, distance_miles numeric, second_chance jsonb)
    on conflict (need_id, ${sql.ref(kind)}) where ${sql.ref(kind)} is not null do update set match_run_id = excluded.match_run_id, hub_id = excluded.hub_id,
      owner_organisation_id = excluded.owner_organisation_id, rank = excluded.rank, score = excluded.score, label = excluded.label, parts = excluded.parts,
      evidence = excluded.evidence, against = excluded.against, unknowns = excluded.unknowns, would_change = excluded.would_change,
      distance_miles = excluded.distance_miles, second_chance = excluded.second_chance`.execute(tx)
}
