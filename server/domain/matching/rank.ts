import { addCharacterScores, buildCharacterIndex, type CharacterIndex } from './character-index.js'
import { buildInvertedIndex, type IndexedText, type InvertedIndex } from './inverted-index.js'
import { addLexicalScores } from './lexical-leg.js'
import { addMeaningScores, dot, learnMeaning, type MeaningSpace, meaningOf } from './meaning.js'
import { largest, type Range } from './select.js'

/** Everything that ranking needs to know about a set of texts. Built whole; nothing in it changes afterwards. */
export interface RankIndex {
  lexical: InvertedIndex
  characters: CharacterIndex
  meaning: MeaningSpace
}

/** One text of the answer: its number in the list that was indexed, and its score (comparable within one query only). */
export interface Ranked {
  doc: number
  score: number
}

/** The legs of the ranking and the weight of each; the words lead (matching-text section 4). */
export const LEG_WEIGHTS = { words: 1, characters: 0.3, meaning: 0.2, company: 0.2 } as const
export const LEGS = Object.keys(LEG_WEIGHTS) as (keyof typeof LEG_WEIGHTS)[]

/** Each leg is stretched between its best score and the one at this rank. */
const STRETCHED_OVER = 1000
/** The last leg looks for texts like the best few found by the others; a clear winner leads them. */
const COMPANY = { size: 3, sharpness: 4 }

export function buildRankIndex(texts: readonly IndexedText[]): RankIndex {
  const lexical = buildInvertedIndex(texts)
  return { lexical, characters: buildCharacterIndex(texts), meaning: learnMeaning(lexical) }
}

/**
 * The best `depth` texts of a range for a query, best first; equal scores keep the order of the list.
 * A weighted sum of four legs, each stretched to 0..1: words with proximity, pieces of words, meaning, and the
 * company of the best three.
 */
export function rankTexts(index: RankIndex, query: string, depth: number, within?: Range): Ranked[] {
  const size = index.lexical.size
  const range = within ?? { from: 0, to: size }
  const fused = new Float64Array(size)
  const legs = {
    words: (scores: Float64Array) => addLexicalScores(index.lexical, query, scores),
    characters: (scores: Float64Array) => addCharacterScores(index.characters, query, scores),
    meaning: (scores: Float64Array) => addMeaningScores(index.meaning, meaningOf(index.meaning, query), scores),
    company: (scores: Float64Array) =>
      addCompanyScores(index.meaning, largest(fused, STRETCHED_OVER, range), { fused, scores }),
  }
  for (const leg of LEGS) {
    const scores = new Float64Array(size)
    legs[leg](scores)
    addStretched(fused, LEG_WEIGHTS[leg], scores, range)
  }
  return largest(fused, depth, range).map(doc => ({ doc, score: fused[doc]! }))
}

function addStretched(fused: Float64Array, weight: number, scores: Float64Array, range: Range): void {
  const best = largest(scores, STRETCHED_OVER, range)
  if (best.length === 0) return
  const top = scores[best[0]!]!
  const floor = best.length < STRETCHED_OVER ? 0 : scores[best[best.length - 1]!]!
  for (const doc of best) fused[doc]! += weight * (top > floor ? (scores[doc]! - floor) / (top - floor) : 1)
}

/**
 * Nearness of the best texts so far to the direction in which the first few of them lie; each of the few counts by
 * how near it comes to the first. Beyond chance better on five of the eight judged collections, on none worse.
 */
function addCompanyScores(
  space: MeaningSpace,
  best: number[],
  { fused, scores }: Record<'fused' | 'scores', Float64Array>,
): void {
  const { dimensions, vectors } = space
  const direction = new Float32Array(dimensions)
  for (const doc of best.slice(0, COMPANY.size)) {
    const weight = (fused[doc]! / fused[best[0]!]!) ** COMPANY.sharpness
    for (let at = 0; at < dimensions; at++) direction[at]! += weight * vectors[doc * dimensions + at]!
  }
  for (const doc of best) scores[doc] = dot(direction, vectors, doc * dimensions)
}
