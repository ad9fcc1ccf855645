import type { Span } from '../text/sentences.js'
import type { Quotable } from './document.js'
import { dot } from './meaning.js'

/** A marked phrase of a quote, in characters of the quoted sentence. The same letter on both sides: the same words. */
export interface Mark extends Span {
  letter: string
}

export interface Quote {
  source: string
  date: string | null
  text: string
  marks: Mark[]
}

/** Two sentences that speak for a match, one of each side. */
export interface Evidence {
  kind: 'words' | 'similar in meaning'
  need: Quote
  candidate: Quote
}

/** Share of the common words that each term carries; the shares of a pair of texts add up to one. */
export type TermShares = ReadonlyMap<string, number>

const MOST_PAIRS = 3
/** A term, or a further pair of sentences, with less of the whole is not worth a reader's eye. */
const WORTH_SHOWING = 0.05
/** Sentences less alike than this only share a subject, and saying "similar" would claim too much. */
const ALIKE = 0.5

/**
 * The sentence pairs that together show most of what two texts have in common: the best pair first, then what the
 * best left out, at most three. A sentence of the candidate is quoted once.
 */
export function wordEvidence(
  shares: TermShares,
  need: readonly Quotable[],
  candidate: readonly Quotable[],
): Evidence[] {
  const open = new Map(shares)
  let unquoted = candidate
  const nextLetter = letters()
  const found: Evidence[] = []
  while (found.length < MOST_PAIRS) {
    const best = bestPair(open, need, unquoted)
    if (!best || (found.length > 0 && best.worth < WORTH_SHOWING)) break
    const letterOf = assignLetters(best, shares, nextLetter)
    found.push({ kind: 'words', need: quote(best.need, letterOf), candidate: quote(best.candidate, letterOf) })
    for (const term of best.terms) open.delete(term)
    unquoted = unquoted.filter(sentence => sentence !== best.candidate)
  }
  return found
}

/** The two sentences whose meanings lie nearest, where they are near enough and not quoted already; no marks. */
export function meaningEvidence(
  need: readonly Quotable[],
  candidate: readonly Quotable[],
  options: { meaning: (sentence: string) => Float32Array; quoted: readonly Evidence[] },
): Evidence | null {
  const needSides = need.map(side => ({ side, meaning: options.meaning(side.text) }))
  const candidateSides = candidate.map(side => ({ side, meaning: options.meaning(side.text) }))
  let best: { need: Quotable; candidate: Quotable; cosine: number } | null = null
  for (const a of needSides) {
    for (const b of candidateSides) {
      const cosine = dot(a.meaning, b.meaning, 0)
      if (cosine >= (best?.cosine ?? ALIKE)) best = { need: a.side, candidate: b.side, cosine }
    }
  }
  if (!best) return null
  const { need: ours, candidate: theirs } = best
  if (options.quoted.some(one => one.need.text === ours.text && one.candidate.text === theirs.text)) return null
  const unmarked = new Map<string, string>()
  return { kind: 'similar in meaning', need: quote(ours, unmarked), candidate: quote(theirs, unmarked) }
}

interface SentencePair {
  need: Quotable
  candidate: Quotable
  terms: string[]
  worth: number
}

function bestPair(open: TermShares, need: readonly Quotable[], candidate: readonly Quotable[]): SentencePair | null {
  const candidateTerms = candidate.map(side => termsAmong(open, side))
  let best: SentencePair | null = null
  for (const ours of need) {
    const asked = termsAmong(open, ours)
    if (asked.size === 0) continue
    candidate.forEach((theirs, at) => {
      const terms = [...asked].filter(term => candidateTerms[at]!.has(term))
      const worth = terms.reduce((sum, term) => sum + open.get(term)!, 0)
      if (worth > (best?.worth ?? 0)) best = { need: ours, candidate: theirs, terms, worth }
    })
  }
  return best
}

const termsAmong = (open: TermShares, side: Quotable): Set<string> =>
  new Set(side.words.map(word => word.term).filter(term => open.has(term)))

/** A letter for each term worth showing; terms that follow each other on both sides are one phrase under one letter. */
function assignLetters(pair: SentencePair, shares: TermShares, nextLetter: () => string): Map<string, string> {
  const both = new Set(pair.candidate.words.map(word => word.term))
  const common = pair.need.words.map(word => word.term).filter(term => both.has(term) && shares.has(term))
  const telling = common.filter(term => shares.get(term)! >= WORTH_SHOWING)
  const shown = new Set(telling.length > 0 ? telling : common.slice(0, 1))
  const followsInCandidate = neighbours(pair.candidate, shown)
  const followsInNeed = neighbours(pair.need, shown)
  const letterOf = new Map<string, string>()
  for (const term of shown) {
    const before = [...letterOf.keys()].find(other => {
      const step = `${other} ${term}`
      return followsInNeed.has(step) && followsInCandidate.has(step)
    })
    letterOf.set(term, before === undefined ? nextLetter() : letterOf.get(before)!)
  }
  return letterOf
}

/** "a b" for every two shown terms that stand side by side, at most one function word between. */
function neighbours(side: Quotable, shown: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  side.words.forEach(({ term }, at) => {
    if (!shown.has(term)) return
    const next = side.words[at + 1]?.term === '' ? side.words[at + 2] : side.words[at + 1]
    if (next && shown.has(next.term) && next.term !== term) found.add(`${term} ${next.term}`)
  })
  return found
}

function quote(side: Quotable, letterOf: ReadonlyMap<string, string>): Quote {
  const marks: Mark[] = []
  let lastAt = -1
  side.words.forEach(({ term, start, end }, at) => {
    const letter = letterOf.get(term)
    if (letter === undefined) return
    const last = marks.at(-1)
    const isNext = at === lastAt + 1 || (at === lastAt + 2 && side.words[at - 1]!.term === '')
    if (last?.letter === letter && isNext) last.end = end
    else marks.push({ start, end, letter })
    lastAt = at
  })
  return { source: side.source, date: side.date, text: side.text, marks }
}

/** a, b, ... z, then aa, ab: three pairs never come that far in practice. */
function letters(): () => string {
  let given = 0
  return () => {
    const at = given++
    const last = String.fromCharCode(97 + (at % 26))
    return at < 26 ? last : String.fromCharCode(96 + Math.floor(at / 26)) + last
  }
}
