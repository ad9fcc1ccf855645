import type { MatchRow } from '../matches/matches.read-model.js'
import type { NeedMatches, NeedMatchesQuery } from './needs.schemas.js'

const FIT: Record<NeedMatchesQuery['fit'], MatchRow['label'][]> = {
  strong: ['strong'],
  possible: ['strong', 'possible'],
  weak: ['strong', 'possible', 'weak'],
}

export interface Chosen {
  organisations: MatchRow[]
  ideas: MatchRow[]
  leftOut: NeedMatches['left_out']
  /** Organisations below the fit asked for, inside the other filters. */
  below: number
}

/**
 * Which matches a need's page shows, and how many it leaves out for which reason; an organisation counts under the
 * first reason that holds. An unknown distance neither passes nor fails, so it stays in and says so.
 */
export function chooseMatches(rows: MatchRow[], query: NeedMatchesQuery): Chosen {
  const reach = query.within === 'any' ? Number.POSITIVE_INFINITY : Number(query.within)
  const far = (row: MatchRow) => row.distance_miles !== null && row.distance_miles > reach
  const struck = (row: MatchRow) => query.status === 'active' && row.organisation_status === 'strike_off_proposed'
  const low = (row: MatchRow) => !FIT[query.fit].includes(row.label)
  const all = rows.filter(row => row.organisation_id !== null)
  const fitting = all.filter(row => !struck(row) && !far(row))
  const organisations = fitting.filter(row => !low(row))
  if (query.sort === 'nearest') {
    organisations.sort(
      (a, b) => (a.distance_miles ?? Number.POSITIVE_INFINITY) - (b.distance_miles ?? Number.POSITIVE_INFINITY),
    )
  }
  const below = fitting.length - organisations.length
  const leftOut = [
    { reason: 'strike-off proposed', n: all.filter(struck).length },
    { reason: `further than ${query.within} miles`, n: all.filter(row => !struck(row) && far(row)).length },
    { reason: query.fit === 'strong' ? 'possible or weak' : 'weak', n: below },
  ].filter(({ n }) => n > 0)
  return { organisations, ideas: rows.filter(row => row.idea_id !== null && !low(row)), leftOut, below }
}
