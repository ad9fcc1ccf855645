import { eachWord, termOf } from '../text/analyse.js'

/** A text as the indexes take it: two fields, either may be empty. */
export interface IndexedText {
  title: string
  text: string
}

/** Function word: it keeps its place (distances count it) but has no postings. */
const NO_TERM = -1
/** Distance between the last word of a title and the first of the text, so that no pair reaches across. */
const FIELD_GAP = 16
const LAST_POSITION = 0xffff

/** The constants of matching-text section 4: two fields, each with its own weight and length normalisation. */
const TITLE = { weight: 2.5, b: 0.5 }
const TEXT = { weight: 1, b: 0.75 }
const K1 = 1.6

/**
 * An immutable inverted index over two fields. Postings of term t are the entries `first[t] .. first[t + 1]` of
 * `docs`, `impacts` and `occurrences`; places of posting p are `places[occurrences[p] .. occurrences[p + 1]]`.
 */
export interface InvertedIndex {
  size: number
  terms: ReadonlyMap<string, number>
  /** The terms by their number. */
  names: readonly string[]
  /** Words of each text, function words included: what proximity normalises by. */
  lengths: Uint32Array
  meanLength: number
  /** Mean number of content words in each field: what BM25F normalises by. */
  meanTitle: number
  meanText: number
  first: Uint32Array
  docs: Uint32Array
  /** BM25F of one occurrence of the term in a query, inverse document frequency included. */
  impacts: Float32Array
  occurrences: Uint32Array
  places: Uint16Array
}

/** How much a term that `holders` of `size` texts hold says: ln(1 + (N - df + .5) / (df + .5)). */
export const idf = (size: number, holders: number): number => Math.log(1 + (size - holders + 0.5) / (holders + 0.5))

/** The saturated two-field term frequency of BM25F, between 0 and k1 + 1. Lengths are relative to their mean. */
export function saturated(titleCount: number, textCount: number, titleLength: number, textLength: number): number {
  let frequency = 0
  if (titleCount > 0) frequency += (TITLE.weight * titleCount) / (1 - TITLE.b + TITLE.b * titleLength)
  if (textCount > 0) frequency += (TEXT.weight * textCount) / (1 - TEXT.b + TEXT.b * textLength)
  return ((K1 + 1) * frequency) / (frequency + K1)
}

/** Indexes all texts at once. A text's number is its place in the list. */
export function buildInvertedIndex(texts: readonly IndexedText[]): InvertedIndex {
  const reading = readOccurrences(texts)
  return weigh(reading, sortByTerm(reading))
}

interface Reading {
  size: number
  terms: Map<string, number>
  /** Terms of all texts in order, and the place of each in its text. */
  stream: Int32Array
  places: Uint16Array
  /** Text d is `stream[begins[d] .. begins[d + 1]]`; its title ends before `textBegins[d]`. */
  begins: Uint32Array
  textBegins: Uint32Array
  lengths: Uint32Array
}

function readOccurrences(texts: readonly IndexedText[]): Reading {
  const terms = new Map<string, number>()
  const ofWord = new Map<string, number>()
  const stream: number[] = []
  const places: number[] = []
  const begins = new Uint32Array(texts.length + 1)
  const textBegins = new Uint32Array(texts.length)
  const lengths = new Uint32Array(texts.length)
  let place = 0
  const take = (word: string): void => {
    let term = ofWord.get(word)
    if (term === undefined) {
      term = number(terms, termOf(word))
      ofWord.set(word, term)
    }
    if (term !== NO_TERM) {
      stream.push(term)
      places.push(Math.min(place, LAST_POSITION))
    }
    place++
  }
  texts.forEach((text, doc) => {
    place = 0
    eachWord(text.title, take)
    const gap = place > 0 ? FIELD_GAP : 0
    place += gap
    textBegins[doc] = stream.length
    eachWord(text.text, take)
    lengths[doc] = place - gap
    begins[doc + 1] = stream.length
  })
  const typed = { stream: Int32Array.from(stream), places: Uint16Array.from(places) }
  return { size: texts.length, terms, begins, textBegins, lengths, ...typed }
}

function number(terms: Map<string, number>, term: string): number {
  if (term === '') return NO_TERM
  const known = terms.get(term)
  if (known !== undefined) return known
  terms.set(term, terms.size)
  return terms.size - 1
}

interface Sorted {
  first: Uint32Array
  docs: Uint32Array
  occurrences: Uint32Array
  places: Uint16Array
  titleCounts: Uint16Array
}

/** Counting sort of the stream by term: stable, so texts and places stay ascending inside a term. */
function sortByTerm(reading: Reading): Sorted {
  const { stream, terms, begins, textBegins } = reading
  const next = new Uint32Array(terms.size + 1)
  for (const term of stream) next[term + 1]!++
  for (let term = 0; term < terms.size; term++) next[term + 1]! += next[term]!
  const ends = next.slice(1)
  const docOf = new Uint32Array(stream.length)
  const inTitle = new Uint8Array(stream.length)
  const places = new Uint16Array(stream.length)
  for (let doc = 0; doc < reading.size; doc++) {
    for (let at = begins[doc]!; at < begins[doc + 1]!; at++) {
      const slot = next[stream[at]!]!++
      docOf[slot] = doc
      inTitle[slot] = at < textBegins[doc]! ? 1 : 0
      places[slot] = reading.places[at]!
    }
  }
  return { ...collapse(ends, docOf, inTitle), places }
}

/** Runs of occurrences in the same text become one posting. */
function collapse(ends: Uint32Array, docOf: Uint32Array, inTitle: Uint8Array): Omit<Sorted, 'places'> {
  const first = new Uint32Array(ends.length + 1)
  const docs = new Uint32Array(docOf.length)
  const occurrences = new Uint32Array(docOf.length + 1)
  const titleCounts = new Uint16Array(docOf.length)
  let posting = 0
  let at = 0
  ends.forEach((end, term) => {
    first[term] = posting
    while (at < end) {
      const doc = docOf[at]!
      docs[posting] = doc
      occurrences[posting] = at
      for (; at < end && docOf[at] === doc; at++) titleCounts[posting]! += inTitle[at]!
      posting++
    }
  })
  first[ends.length] = posting
  occurrences[posting] = docOf.length
  return {
    first,
    docs: docs.slice(0, posting),
    occurrences: occurrences.slice(0, posting + 1),
    titleCounts: titleCounts.slice(0, posting),
  }
}

function weigh(reading: Reading, sorted: Sorted): InvertedIndex {
  const { size, terms, lengths, begins, textBegins } = reading
  const { first, docs, occurrences, titleCounts } = sorted
  const titleLengths = new Float64Array(size)
  const textLengths = new Float64Array(size)
  for (let doc = 0; doc < size; doc++) {
    titleLengths[doc] = textBegins[doc]! - begins[doc]!
    textLengths[doc] = begins[doc + 1]! - textBegins[doc]!
  }
  const meanTitle = divideByMean(titleLengths)
  const meanText = divideByMean(textLengths)
  const impacts = new Float32Array(docs.length)
  for (let term = 0; term < terms.size; term++) {
    const weight = idf(size, first[term + 1]! - first[term]!)
    for (let posting = first[term]!; posting < first[term + 1]!; posting++) {
      const doc = docs[posting]!
      const inTitle = titleCounts[posting]!
      const inText = occurrences[posting + 1]! - occurrences[posting]! - inTitle
      impacts[posting] = weight * saturated(inTitle, inText, titleLengths[doc]!, textLengths[doc]!)
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size)
  return {
    size,
    terms,
    names: [...terms.keys()],
    lengths,
    meanLength,
    meanTitle,
    meanText,
    first,
    docs,
    impacts,
    occurrences,
    places: sorted.places,
  }
}

function divideByMean(lengths: Float64Array): number {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  if (mean > 0) for (let at = 0; at < lengths.length; at++) lengths[at]! /= mean
  return mean
}
