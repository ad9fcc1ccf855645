import { eachWord } from '../text/analyse.js'
import { type IndexedText, idf } from './inverted-index.js'

/** Length of a piece of a word. Four letters carry typing errors, compounds and word forms. */
const GRAM = 4
const K1 = 1.6
const B = 0.75

/** Pieces of words and the texts that hold them; postings as in the inverted index, without places. */
export interface CharacterIndex {
  size: number
  grams: ReadonlyMap<string, number>
  first: Uint32Array
  docs: Uint32Array
  /** BM25 of one occurrence of the piece in a query, inverse document frequency included. */
  impacts: Float32Array
  /** Mean number of pieces in a text. */
  meanLength: number
}

/** The pieces of one word: "_care_" gives _car, care, are_. A shorter word is one piece. */
export function gramsOf(word: string): string[] {
  const padded = `_${word}_`
  if (padded.length <= GRAM) return [padded]
  const grams: string[] = []
  for (let at = 0; at + GRAM <= padded.length; at++) grams.push(padded.slice(at, at + GRAM))
  return grams
}

/** The saturated frequency of BM25, between 0 and k1 + 1. The length is relative to the mean. */
export const saturatedGram = (count: number, length: number): number =>
  ((K1 + 1) * count) / (count + K1 * (1 - B + B * length))

/** Indexes the pieces of all words of all texts, title and text together. */
export function buildCharacterIndex(texts: readonly IndexedText[]): CharacterIndex {
  const grams = new Map<string, number>()
  const ofWord = new Map<string, Uint32Array>()
  const counts: number[] = []
  const touched: number[] = []
  const entries = { grams: [] as number[], counts: [] as number[] }
  const begins = new Uint32Array(texts.length + 1)
  const lengths = new Float64Array(texts.length)
  texts.forEach((text, doc) => {
    let length = 0
    const take = (word: string): void => {
      for (const gram of numbersOf(word, grams, ofWord)) {
        counts[gram] ??= 0
        if (counts[gram] === 0) touched.push(gram)
        counts[gram]++
        length++
      }
    }
    eachWord(text.title, take)
    eachWord(text.text, take)
    for (const gram of touched) {
      entries.grams.push(gram)
      entries.counts.push(counts[gram]!)
      counts[gram] = 0
    }
    touched.length = 0
    lengths[doc] = length
    begins[doc + 1] = entries.grams.length
  })
  return weigh(grams, entries, begins, lengths)
}

function numbersOf(word: string, grams: Map<string, number>, ofWord: Map<string, Uint32Array>): Uint32Array {
  let numbers = ofWord.get(word)
  if (numbers === undefined) {
    numbers = Uint32Array.from(gramsOf(word), gram => {
      if (!grams.has(gram)) grams.set(gram, grams.size)
      return grams.get(gram)!
    })
    ofWord.set(word, numbers)
  }
  return numbers
}

function weigh(
  grams: Map<string, number>,
  entries: { grams: number[]; counts: number[] },
  begins: Uint32Array,
  lengths: Float64Array,
): CharacterIndex {
  const size = lengths.length
  const first = new Uint32Array(grams.size + 1)
  for (const gram of entries.grams) first[gram + 1]!++
  const weights = Float64Array.from(grams.values(), gram => idf(size, first[gram + 1]!))
  for (let gram = 0; gram < grams.size; gram++) first[gram + 1]! += first[gram]!
  const next = first.slice()
  const docs = new Uint32Array(entries.grams.length)
  const impacts = new Float32Array(entries.grams.length)
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size)
  for (let doc = 0; doc < size; doc++) {
    for (let at = begins[doc]!; at < begins[doc + 1]!; at++) {
      const gram = entries.grams[at]!
      const slot = next[gram]!++
      const count = entries.counts[at]!
      docs[slot] = doc
      impacts[slot] = weights[gram]! * saturatedGram(count, lengths[doc]! / meanLength)
    }
  }
  return { size, grams, first, docs, impacts, meanLength }
}

/** Adds BM25 of the query's pieces of words to `scores`, one number per text of the index. */
export function addCharacterScores(index: CharacterIndex, query: string, scores: Float64Array): void {
  const counts = new Map<number, number>()
  eachWord(query, word => {
    for (const piece of gramsOf(word)) {
      const gram = index.grams.get(piece)
      if (gram !== undefined) counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  })
  for (const [gram, count] of counts) {
    const end = index.first[gram + 1]!
    for (let posting = index.first[gram]!; posting < end; posting++) {
      scores[index.docs[posting]!]! += count * index.impacts[posting]!
    }
  }
}
