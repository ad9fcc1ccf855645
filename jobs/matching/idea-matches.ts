import type { RankedMatch } from '../../server/domain/matching/engine.js'
import {
  decideSecondChance,
  type EligibilityRule,
  type IdeaToday,
  type NeedNow,
  type ReasonCode,
  type RecordedReason,
  type SecondChanceDecision,
} from '../../server/domain/matching/second-chances.js'
import type { IdeaCandidate, NeedToMatch } from '../../server/features/matches/match-candidates.read-model.js'
import type { FoundMatch } from '../../server/features/matches/match-run.store.js'
import { milesBetween } from './distance.js'
import type { MatchWorld } from './world.js'

const LONGEST = 25

/** The ideas that could meet a need, each with whether the reasons it was not adopted for still bite here. */
export function ideaMatches(need: NeedToMatch, world: MatchWorld): FoundMatch[] {
  return world.engine
    .candidatesFor(need.id, 'ideas', LONGEST)
    .filter(match => match.label !== null)
    .map(match => found(need, match, world))
}

function found(need: NeedToMatch, match: RankedMatch, world: MatchWorld): FoundMatch {
  const idea = world.ideas.get(match.candidate.id)!
  const decision = decideSecondChance(
    { idea: ideaToday(idea), need: needNow(need), label: match.label, today: world.today },
    idea.refusals.map(recordedReason),
  )
  const explained = world.engine.explain(match, {
    needValue: need.money_total ?? need.money_first_phase,
    price: idea.price ?? idea.price_first_phase,
  })
  return {
    need_id: need.id,
    hub_id: need.hub_id,
    organisation_id: null,
    idea_id: idea.id,
    owner_organisation_id: idea.organisation_id,
    rank: match.rank,
    score: match.score,
    label: match.label!,
    parts: match.parts,
    evidence: explained.evidence,
    against: [...stillBiting(decision), ...explained.against],
    unknowns: [...notKnown(decision), ...explained.unknowns],
    would_change: explained.wouldChange,
    distance_miles: milesBetween(need, idea),
    second_chance: secondChance(idea, decision),
  }
}

/** What is stored beside the match: the decision, and what the idea went through. */
function secondChance(idea: IdeaCandidate, { eligible, headline, reasons }: SecondChanceDecision): object {
  const last = idea.refusals[0]
  return {
    eligible,
    headline,
    challenge: last?.challenge ?? null,
    decided_on: last?.decided_on ?? null,
    stage_reached: last?.stage_reached ?? null,
    tier: idea.tier,
    reasons,
  }
}

const stillBiting = (decision: SecondChanceDecision): string[] =>
  decision.reasons.filter(r => r.verdict === 'bites').map(r => r.why)
const notKnown = (decision: SecondChanceDecision): string[] =>
  decision.reasons.filter(r => r.verdict === 'unknown').map(r => r.why)

function recordedReason(refusal: IdeaCandidate['refusals'][number]): RecordedReason {
  const rule = refusal.details.rule
  return {
    code: refusal.code as ReasonCode,
    quote: refusal.quote,
    gapItems: refusal.gap_items,
    challengeId: refusal.challenge_id,
    rule: typeof rule === 'string' ? (rule as EligibilityRule) : null,
  }
}

function ideaToday(idea: IdeaCandidate): IdeaToday {
  const sizeThen = idea.refusals.map(refusal => refusal.details.size_then).find(size => typeof size === 'string')
  return {
    price: idea.price,
    firstPhasePrice: idea.price_first_phase,
    maturity: idea.maturity,
    evidence: idea.evidence.map(e => ({ closesGap: e.closes_gap, statement: e.statement, date: e.evidence_date })),
    sizeThen: typeof sizeThen === 'string' ? sizeThen : null,
    sizeNow: idea.organisation_size,
    partnerFound: idea.needs_partner === null ? null : !idea.needs_partner,
    places: idea.owner_locality === null ? null : [idea.owner_locality],
    legalForm: idea.legal_form,
  }
}

function needNow(need: NeedToMatch): NeedNow {
  const rules = need.eligibility
  return {
    challengeId: need.challenge_id,
    moneyTotal: need.money_total,
    moneyFirstPhase: need.money_first_phase,
    maturityFrom: need.maturity_from,
    maturityTo: need.maturity_to,
    paysFeasibility: need.pays_feasibility,
    smallerLots: need.smaller_lots,
    teamCovers: null,
    existingService: need.existing_service,
    eligibility: rules && {
      ...(rules.localities ? { places: rules.localities } : {}),
      ...(rules.legal_forms ? { legalForms: rules.legal_forms } : {}),
      ...(rules.sizes ? { sizes: rules.sizes } : {}),
    },
    closesOn: need.closes_on,
  }
}
