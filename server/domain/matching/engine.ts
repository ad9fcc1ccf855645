import { ANALYSER_VERSION } from '../text/analyse.js'
import { type MatchFacts, nothingFound, unknownsOf, unsupportedPhrases, wouldChange } from './counter-evidence.js'
import { indexedText, isRegisteredOnly, type MatchDocument, type Quotable, quotablesOf } from './document.js'
import { type Evidence, meaningEvidence, type TermShares, wordEvidence } from './evidence.js'
import { type Grounds, LABEL_CURVE, type Labelled, labelOf, order, probabilityOf } from './label.js'
import { meaningOf } from './meaning.js'
import { type Profile, profileOf } from './profile.js'
import { buildRankIndex, type RankIndex, rankTexts } from './rank.js'
import { eachShared, SCORE_SCALE, type Score, scoreOf } from './score.js'
import type { Range } from './select.js'

/** Kept with each run: equal versions and equal texts give equal matches. */
export const ENGINE_VERSION = `analyser-${ANALYSER_VERSION} ${SCORE_SCALE.version} ${LABEL_CURVE.version}`

export interface MatchInput {
  needs: readonly MatchDocument[]
  organisations: readonly MatchDocument[]
  ideas: readonly MatchDocument[]
}

export type CandidateSide = 'organisations' | 'ideas'

/** A pair as everybody sees it: the same whether the need asked or the candidate. */
export interface PairScore extends Score, Labelled {
  needId: string
  candidate: { side: CandidateSide; id: string }
  probability: number
}

export interface RankedMatch extends PairScore {
  /** Place in the list of the side that asked, from 1. */
  rank: number
}

export interface Explanation {
  evidence: Evidence[]
  against: string[]
  unknowns: string[]
  wouldChange: string | null
}

/** Of how many texts, found by the ranking of one side, the symmetric score picks the list. */
const POOL = 200
/** From this share of the score on, the meaning of the texts is worth a pair of quotes of its own. */
const MEANING_SPEAKS = 0.2
const FEWER_PAIRS_THAN = 3

/**
 * Needs and candidates under one index, scored both ways by one function. Building it is heavy work (seconds for
 * 20,000 texts): it belongs into the worker, once a run. Texts do not change while it lives.
 */
export class MatchEngine {
  private readonly documents: readonly MatchDocument[]
  private readonly ranges: Record<'needs' | CandidateSide, Range>
  private readonly places: Record<'needs' | CandidateSide, ReadonlyMap<string, number>>
  private readonly index: RankIndex
  private readonly profiles: (Profile | undefined)[] = []
  private readonly sentences: (Quotable[] | undefined)[] = []

  constructor({ needs, organisations, ideas }: MatchInput) {
    this.documents = [...needs, ...organisations, ...ideas]
    const afterNeeds = needs.length + organisations.length
    this.ranges = {
      needs: { from: 0, to: needs.length },
      organisations: { from: needs.length, to: afterNeeds },
      ideas: { from: afterNeeds, to: this.documents.length },
    }
    const placesOf = ({ from, to }: Range) =>
      new Map(this.documents.slice(from, to).map((document, at) => [document.id, from + at]))
    this.places = {
      needs: placesOf(this.ranges.needs),
      organisations: placesOf(this.ranges.organisations),
      ideas: placesOf(this.ranges.ideas),
    }
    this.index = buildRankIndex(this.documents.map(indexedText))
  }

  /** The best candidates of one kind for a need, best label first, then by score. Those without a label come last. */
  candidatesFor(needId: string, side: CandidateSide, limit = 100): RankedMatch[] {
    const need = this.placeOf('needs', needId)
    return this.list(this.pool(need, this.ranges[side], limit), limit, place => this.score(need, place, side))
  }

  /** The other direction: the needs that an organisation or an idea fits, with the same labels and scores. */
  needsFor(side: CandidateSide, id: string, limit = 100): RankedMatch[] {
    const candidate = this.placeOf(side, id)
    return this.list(this.pool(candidate, this.ranges.needs, limit), limit, place => this.score(place, candidate, side))
  }

  /** One pair, also one that no list holds. */
  pair(needId: string, side: CandidateSide, id: string): PairScore {
    return this.score(this.placeOf('needs', needId), this.placeOf(side, id), side)
  }

  /** What speaks for a pair in quotes of both sides, what against, what is unknown, and what would change it. */
  explain(match: PairScore, facts: MatchFacts = {}): Explanation {
    const need = this.placeOf('needs', match.needId)
    const candidate = this.placeOf(match.candidate.side, match.candidate.id)
    const phrases = unsupportedPhrases(this.documents[need]!, this.documents[candidate]!, {
      holders: term => this.holders(term),
      texts: this.documents.length,
    })
    const unknowns = unknownsOf(facts)
    const against = phrases.length > 0 ? [nothingFound(phrases)] : []
    if (match.limit !== null) against.unshift(match.limit)
    const evidence = this.evidence(need, candidate, match)
    return { evidence, against, unknowns, wouldChange: wouldChange({ limit: match.limit, phrases, unknowns }) }
  }

  private evidence(need: number, candidate: number, match: PairScore): Evidence[] {
    const found = wordEvidence(this.shares(need, candidate), this.quotables(need), this.quotables(candidate))
    const meaning = match.parts.find(part => part.name === 'Meaning')?.points ?? 0
    if (found.length >= FEWER_PAIRS_THAN || meaning < MEANING_SPEAKS * match.score) return found
    const similar = meaningEvidence(this.quotables(need), this.quotables(candidate), {
      meaning: sentence => meaningOf(this.index.meaning, sentence),
      quoted: found,
    })
    return similar ? [...found, similar] : found
  }

  /** The share of the common words that each term carries; adds up to one. */
  private shares(need: number, candidate: number): TermShares {
    const shares = new Map<string, number>()
    let whole = 0
    eachShared(this.profile(need).words, this.profile(candidate).words, (term, share) => {
      shares.set(this.index.lexical.names[term]!, share)
      whole += share
    })
    for (const [term, share] of shares) shares.set(term, share / whole)
    return shares
  }

  private score(need: number, candidate: number, side: CandidateSide): PairScore {
    const { score, parts } = scoreOf(this.profile(need), this.profile(candidate))
    const probability = probabilityOf(score)
    return {
      needId: this.documents[need]!.id,
      candidate: { side, id: this.documents[candidate]!.id },
      score,
      parts,
      probability,
      ...labelOf(probability, this.grounds(need, candidate)),
    }
  }

  private grounds(need: number, candidate: number): Grounds {
    const shares = [...this.shares(need, candidate).values()]
    return {
      commonWords: shares.filter(share => share >= 0.05).length,
      registeredOnly: isRegisteredOnly(this.documents[need]!) || isRegisteredOnly(this.documents[candidate]!),
    }
  }

  private pool(asking: number, among: Range, limit: number): number[] {
    const { title, text } = indexedText(this.documents[asking]!)
    return rankTexts(this.index, `${title}\n${text}`, Math.max(POOL, 2 * limit), among).map(({ doc }) => doc)
  }

  private list(pool: number[], limit: number, score: (place: number) => PairScore): RankedMatch[] {
    return pool
      .map(score)
      .sort((a, b) => order(a.label) - order(b.label) || b.score - a.score)
      .slice(0, limit)
      .map((match, at) => ({ ...match, rank: at + 1 }))
  }

  private holders(term: string): number {
    const { terms, first } = this.index.lexical
    const number = terms.get(term)
    return number === undefined ? 0 : first[number + 1]! - first[number]!
  }

  private profile(place: number): Profile {
    this.profiles[place] ??= profileOf(this.index, indexedText(this.documents[place]!))
    return this.profiles[place]
  }

  private quotables(place: number): Quotable[] {
    this.sentences[place] ??= quotablesOf(this.documents[place]!)
    return this.sentences[place]
  }

  private placeOf(side: 'needs' | CandidateSide, id: string): number {
    const place = this.places[side].get(id)
    if (place === undefined) throw new RangeError(`The engine was built without "${id}" among its ${side}.`)
    return place
  }
}
