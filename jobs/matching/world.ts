import type { MatchEngine } from '../../server/domain/matching/engine.js'
import type { IdeaCandidate, OrganisationCandidate } from '../../server/features/matches/match-candidates.read-model.js'

/** The candidates of a run, by id, beside the engine that holds their texts. */
export interface MatchWorld {
  engine: MatchEngine
  /** ISO day for which second chances are decided. */
  today: string
  organisations: ReadonlyMap<string, OrganisationCandidate>
  ideas: ReadonlyMap<string, IdeaCandidate>
}
