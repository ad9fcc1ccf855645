import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/doors.js'
import { NotFound } from '../../domain/errors.js'

// What "open", "stale" and "in this place" mean in a query, said once. The fragments expect a need under the alias n.

/** Today in London, as a date. */
export const today = sql<string>`((select wellmet_now()) at time zone 'Europe/London')::date`

/** Published, and nobody has met or closed it. */
export const isOpen = sql<boolean>`n.state in ('open', 'in_challenge', 'in_procurement')`

/** Open, but no longer answerable for sure: the closing date has passed, or nobody has confirmed it for twelve months. */
export const isStale = sql<boolean>`(${isOpen} and (coalesce(n.closes_at < (select wellmet_now()), false)
  or coalesce(greatest(n.confirmed_on, n.opened_on), n.created_at::date) < ${today} - interval '12 months'))`

/** Can be offered as an opportunity. */
export const isCurrent = sql<boolean>`(${isOpen} and not ${isStale})`

/**
 * The codes of a place as an array, for `= any` and `<> all`: its own, and those of everything within it. An array is
 * computed once and first, so that the planner goes from the place to its needs and not the other way round.
 */
export const codesOf = (place: string): RawBuilder<unknown> =>
  sql`(array(with recursive inside as (select pl.code from locality pl where pl.code = ${place}
    union select below.code from locality below join inside on below.parent_code = inside.code) select inside.code from inside))`

/** Organisations that can be written to: not in insolvency and still on their register. Expects the alias given. */
export const isReachable = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`coalesce(${sql.ref(`${alias}.status`)}, 'unknown') not in ('insolvent', 'left_register')`

export interface PlaceToday {
  code: string
  name: string
  /** YYYY-MM-DD in London. */
  today: string
  /** The present moment as the database sees it. */
  now: Date
}

/** The place that a code means, with today's date. Throws NotFound for a code that we do not hold. */
export async function placeOf(tx: Tx, code: string): Promise<PlaceToday> {
  const found =
    await sql<PlaceToday>`select l.code, l.name, ${today}::text as today, wellmet_now() as now from locality l where l.code = ${code}`.execute(
      tx,
    )
  const place = found.rows[0]
  if (!place) throw new NotFound('There is no place with this code. The list of places is at /api/v1/places.')
  return place
}
