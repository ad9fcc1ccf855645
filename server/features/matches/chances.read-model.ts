import { sql } from 'kysely'

// What a match's second chance says, for queries. The fragments expect a match under the alias m.

/** A recorded reason still bites for this need. An idea without a recorded refusal has none. */
export const isRefusedStill = sql<boolean>`coalesce(jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.verdict == "bites")'), false)`

/** No reason bites, and at least one is not known: to be asked for before anything is offered. */
export const isReasonOpen = sql<boolean>`(not ${isRefusedStill} and coalesce(jsonb_path_exists(m.second_chance, '$.reasons[*] ? (@.verdict == "unknown")'), false))`

/** Every recorded reason is known and none bites: the idea can be offered again for this need. */
export const isEligible = sql<boolean>`coalesce((m.second_chance->>'eligible')::boolean, false)`
