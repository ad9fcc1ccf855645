import { eachWord, termOf } from '../text/analyse.js'
import { type InvertedIndex, idf } from './inverted-index.js'

/** How near is near, and what it adds (matching-text section 4; heavier weights lost). */
const ORDERED_WITHIN = 2
const ANYHOW_WITHIN = 8
const ORDERED_WEIGHT = 0.1
const ANYHOW_WEIGHT = 0.05
const K1 = 1.2
const B = 0.75

/** A pair of content words that stand next to each other in the query, with at most one word between. */
type Pair = readonly [left: number, right: number]

/** Adds BM25F of the query and its neighbouring pairs to `scores`, one number per text of the index. */
export function addLexicalScores(index: InvertedIndex, query: string, scores: Float64Array): void {
  const { counts, pairs } = readQuery(index, query)
  for (const [term, count] of counts) {
    const end = index.first[term + 1]!
    for (let posting = index.first[term]!; posting < end; posting++) {
      scores[index.docs[posting]!]! += count * index.impacts[posting]!
    }
  }
  for (const pair of pairs) addProximity(index, pair, scores)
}

function readQuery(index: InvertedIndex, query: string): { counts: Map<number, number>; pairs: Pair[] } {
  const counts = new Map<number, number>()
  const pairs: Pair[] = []
  const seen = new Set<string>()
  let place = 0
  let left = -1
  let leftPlace = -3
  eachWord(query, word => {
    const here = place++
    const name = termOf(word)
    if (name === '') return
    const term = index.terms.get(name) ?? -1
    if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1)
    if (term >= 0 && left >= 0 && term !== left && here - leftPlace <= ORDERED_WITHIN) {
      const key = `${left} ${term}`
      if (!seen.has(key)) pairs.push([left, term])
      seen.add(key)
    }
    left = term
    leftPlace = here
  })
  return { counts, pairs }
}

/** Texts that hold a pair near together, and how often: found first, because the weight needs their number. */
interface Near {
  docs: number[]
  ordered: number[]
  anyhow: number[]
}

function addProximity(index: InvertedIndex, pair: Pair, scores: Float64Array): void {
  const near = findNear(index, pair)
  const orderedHolders = near.ordered.filter(count => count > 0).length
  const orderedWeight = ORDERED_WEIGHT * idf(index.size, orderedHolders) * (K1 + 1)
  const anyhowWeight = ANYHOW_WEIGHT * idf(index.size, near.docs.length) * (K1 + 1)
  near.docs.forEach((doc, at) => {
    const k = K1 * (1 - B + (B * index.lengths[doc]!) / index.meanLength)
    const ordered = near.ordered[at]!
    const anyhow = near.anyhow[at]!
    scores[doc]! += (orderedWeight * ordered) / (ordered + k) + (anyhowWeight * anyhow) / (anyhow + k)
  })
}

function findNear(index: InvertedIndex, [left, right]: Pair): Near {
  const { first, docs } = index
  const near: Near = { docs: [], ordered: [], anyhow: [] }
  let a = first[left]!
  let b = first[right]!
  while (a < first[left + 1]! && b < first[right + 1]!) {
    if (docs[a]! < docs[b]!) a++
    else if (docs[a]! > docs[b]!) b++
    else countNear(index, [a++, b++], near)
  }
  return near
}

/** Counts in one text how often the two postings' words come near each other; notes the text where they do. */
function countNear(index: InvertedIndex, [a, b]: readonly [number, number], near: Near): void {
  const { occurrences, places } = index
  let ordered = 0
  let anyhow = 0
  let from = occurrences[b]!
  for (let i = occurrences[a]!; i < occurrences[a + 1]!; i++) {
    const place = places[i]!
    while (from < occurrences[b + 1]! && places[from]! < place - ANYHOW_WITHIN) from++
    for (let j = from; j < occurrences[b + 1]! && places[j]! <= place + ANYHOW_WITHIN; j++) {
      anyhow++
      const step = places[j]! - place
      if (step > 0 && step <= ORDERED_WITHIN) ordered++
    }
  }
  if (anyhow === 0) return
  near.docs.push(index.docs[a]!)
  near.ordered.push(ordered)
  near.anyhow.push(anyhow)
}
