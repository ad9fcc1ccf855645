import { eachWord, termOf } from '../text/analyse.js'
import type { InvertedIndex } from './inverted-index.js'
import { orthonormalise, type TallMatrix } from './orthonormal.js'

/** Size and effort of the space; the defaults are those of matching-text section 4. */
export interface MeaningOptions {
  dimensions?: number
  /** Texts the space is learned from; the others are folded in. Beyond some thousands more texts change little. */
  learnFrom?: number
  powerPasses?: number
  seed?: number
}

/**
 * A space of meaning learned from the texts themselves (latent semantic analysis): terms that keep the same company
 * lie near each other, so two texts can be alike without a common word. A text is a unit vector of `dimensions` numbers.
 */
export interface MeaningSpace {
  dimensions: number
  terms: ReadonlyMap<string, number>
  /** ln(1 + N / df), 0 for a term that only one text holds: it keeps no company. */
  weights: Float64Array
  /** One row for each term. */
  basis: Float32Array
  /** One unit vector for each text of the index, row after row; zeros for a text without known terms. */
  vectors: Float32Array
}

const DIMENSIONS = 200
const LEARN_FROM = 6000
const POWER_PASSES = 2
const SEED = 20_251_125

/**
 * Learns the space from an index and places every text in it. The leading subspace is found by orthogonal iteration
 * from seeded random columns (Halko, Martinsson, Tropp 2011, algorithm 4.4). Its inner rotation is left as it falls:
 * cosines do not depend on it, so no decomposition is needed. Same index and options, same bits.
 */
export function learnMeaning(index: InvertedIndex, options: MeaningOptions = {}): MeaningSpace {
  const weighted = weigh(index)
  const sample = sampleTexts(index.size, options.learnFrom ?? LEARN_FROM)
  const rank = Math.min(options.dimensions ?? DIMENSIONS, sample.count, index.terms.size)
  let texts = randomColumns(sample.count, rank, options.seed ?? SEED)
  for (let pass = 0; pass < (options.powerPasses ?? POWER_PASSES); pass++) {
    texts = timesTerms(weighted, sample, timesTexts(weighted, sample, texts))
    orthonormalise(texts)
  }
  const terms = timesTexts(weighted, sample, texts)
  orthonormalise(terms)
  const everyText = sampleTexts(index.size, index.size)
  const placed = timesTerms(weighted, everyText, terms)
  const vectors = Float32Array.from(placed.values)
  for (let doc = 0; doc < index.size; doc++) toUnit(vectors.subarray(doc * rank, (doc + 1) * rank))
  return {
    dimensions: rank,
    terms: index.terms,
    weights: weighted.termWeights,
    basis: Float32Array.from(terms.values),
    vectors,
  }
}

/** The unit vector of a text that need not be in the index; zeros when it holds no known term. */
export function meaningOf(space: MeaningSpace, text: string): Float32Array {
  const counts = new Map<number, number>()
  eachWord(text, word => {
    const term = space.terms.get(termOf(word))
    if (term !== undefined && space.weights[term]! > 0) counts.set(term, (counts.get(term) ?? 0) + 1)
  })
  const { dimensions, basis } = space
  const vector = new Float32Array(dimensions)
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * space.weights[term]!
    for (let at = 0, from = term * dimensions; at < dimensions; at++) vector[at]! += weight * basis[from + at]!
  }
  toUnit(vector)
  return vector
}

/** Adds the cosine of a unit vector with every text of the index to `scores`. */
export function addMeaningScores(space: MeaningSpace, vector: Float32Array, scores: Float64Array): void {
  const { dimensions, vectors } = space
  for (let doc = 0; doc < scores.length; doc++) scores[doc]! += dot(vector, vectors, doc * dimensions)
}

/** Product of a whole vector with the part of `rows` that begins at `from`. Four sums side by side keep the processor busy. */
export function dot(vector: Float32Array, rows: Float32Array, from: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let at = 0
  for (; at + 3 < vector.length; at += 4) {
    a += vector[at]! * rows[from + at]!
    b += vector[at + 1]! * rows[from + at + 1]!
    c += vector[at + 2]! * rows[from + at + 2]!
    d += vector[at + 3]! * rows[from + at + 3]!
  }
  for (; at < vector.length; at++) a += vector[at]! * rows[from + at]!
  return a + b + (c + d)
}

interface Weighted {
  index: InvertedIndex
  termWeights: Float64Array
  /** One for each posting: (1 + ln tf) * term weight, scaled so that every text has length one. */
  postingWeights: Float64Array
}

function weigh(index: InvertedIndex): Weighted {
  const { size, first, docs, occurrences } = index
  const termWeights = new Float64Array(index.terms.size)
  const postingWeights = new Float64Array(docs.length)
  const squares = new Float64Array(size)
  termWeights.forEach((_, term) => {
    const holders = first[term + 1]! - first[term]!
    if (holders < 2) return
    const weight = Math.log(1 + size / holders)
    termWeights[term] = weight
    for (let posting = first[term]!; posting < first[term + 1]!; posting++) {
      postingWeights[posting] = (1 + Math.log(occurrences[posting + 1]! - occurrences[posting]!)) * weight
      squares[docs[posting]!]! += postingWeights[posting]! ** 2
    }
  })
  docs.forEach((doc, posting) => {
    if (squares[doc]! > 0) postingWeights[posting]! /= Math.sqrt(squares[doc]!)
  })
  return { index, termWeights, postingWeights }
}

/** The rows of the texts that take part: `rowOf[doc]`, -1 for one that does not. Spread evenly over the whole. */
interface Sample {
  count: number
  rowOf: Int32Array
}

function sampleTexts(size: number, wanted: number): Sample {
  const count = Math.min(size, wanted)
  const rowOf = new Int32Array(size).fill(-1)
  for (let row = 0; row < count; row++) rowOf[Math.floor((row * size) / count)] = row
  return { count, rowOf }
}

/** A'X: a row for each term out of a row for each text. */
function timesTexts({ index, postingWeights }: Weighted, sample: Sample, texts: TallMatrix): TallMatrix {
  const result = emptyMatrix(index.terms.size, texts.columns)
  for (let term = 0; term < result.rows; term++) {
    for (let posting = index.first[term]!; posting < index.first[term + 1]!; posting++) {
      const row = sample.rowOf[index.docs[posting]!]!
      if (row >= 0) addRow(result, term, { matrix: texts, row, weight: postingWeights[posting]! })
    }
  }
  return result
}

/** AX: a row for each text out of a row for each term. */
function timesTerms({ index, postingWeights }: Weighted, sample: Sample, terms: TallMatrix): TallMatrix {
  const result = emptyMatrix(sample.count, terms.columns)
  for (let term = 0; term < terms.rows; term++) {
    for (let posting = index.first[term]!; posting < index.first[term + 1]!; posting++) {
      const row = sample.rowOf[index.docs[posting]!]!
      if (row >= 0) addRow(result, row, { matrix: terms, row: term, weight: postingWeights[posting]! })
    }
  }
  return result
}

function addRow(to: TallMatrix, row: number, from: { matrix: TallMatrix; row: number; weight: number }): void {
  const { columns } = to
  const target = row * columns
  const source = from.row * columns
  for (let at = 0; at < columns; at++) to.values[target + at]! += from.weight * from.matrix.values[source + at]!
}

const emptyMatrix = (rows: number, columns: number): TallMatrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
})

/** Standard normal columns from a seed (mulberry32 and the sum of twelve: exactness of the bell does not matter). */
function randomColumns(rows: number, columns: number, seed: number): TallMatrix {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const matrix = emptyMatrix(rows, columns)
  for (let at = 0; at < matrix.values.length; at++) {
    let sum = -6
    for (let part = 0; part < 12; part++) sum += next()
    matrix.values[at] = sum
  }
  return matrix
}

function toUnit(vector: Float32Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return
  const length = Math.sqrt(squares)
  for (let at = 0; at < vector.length; at++) vector[at]! /= length
}
