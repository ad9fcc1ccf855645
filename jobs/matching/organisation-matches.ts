import type { RankedMatch } from '../../server/domain/matching/engine.js'
import type { NeedToMatch, OrganisationCandidate } from '../../server/features/matches/match-candidates.read-model.js'
import type { FoundMatch } from '../../server/features/matches/match-run.store.js'
import { milesBetween } from './distance.js'
import type { MatchWorld } from './world.js'

/** A list longer than this is read by nobody; what is below says nothing more. */
const LONGEST = 25

/** The organisations that could meet a need, with the evidence for each. Those without a label are left out. */
export function organisationMatches(need: NeedToMatch, world: MatchWorld): FoundMatch[] {
  return world.engine
    .candidatesFor(need.id, 'organisations', LONGEST)
    .filter(match => match.label !== null)
    .map(match => found(need, match, world))
}

function found(need: NeedToMatch, match: RankedMatch, world: MatchWorld): FoundMatch {
  const organisation = world.organisations.get(match.candidate.id)!
  const miles = milesBetween(need, organisation)
  const explained = world.engine.explain(match, {
    needPlace: need.place_name,
    reach: miles === null ? null : `${miles} miles`,
    size: null,
  })
  return {
    need_id: need.id,
    hub_id: need.hub_id,
    organisation_id: organisation.id,
    idea_id: null,
    owner_organisation_id: organisation.id,
    rank: match.rank,
    score: match.score,
    label: match.label!,
    parts: match.parts,
    evidence: explained.evidence,
    against: [...explained.against, ...standing(organisation)],
    unknowns: explained.unknowns,
    would_change: explained.wouldChange,
    distance_miles: miles,
    second_chance: null,
  }
}

/** What the register says that a person should know before writing. */
const standing = (organisation: OrganisationCandidate): string[] =>
  organisation.status === 'strike_off_proposed' ? ['The register shows a proposal to strike it off.'] : []
