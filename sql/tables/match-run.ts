import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** One run of the matcher: engine, parameters, what it covered. */
export interface MatchRunTable {
  id: Generated<string>
  engine_version: string
  parameters: Json
  needs: Generated<number>
  organisations: Generated<number>
  ideas: Generated<number>
  matches: Generated<number>
  second_chances: Generated<number>
  started_at: Generated<Timestamp>
  finished_at: Timestamp | null
}

export type MatchRunRow = Selectable<MatchRunTable>
export type NewMatchRun = Insertable<MatchRunTable>
