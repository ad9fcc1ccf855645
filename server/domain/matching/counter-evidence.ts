import { eachWord, termOf } from '../text/analyse.js'
import { type MatchDocument, type Quotable, quotablesOf } from './document.js'

/**
 * What is known beside the texts. A member that is left out plays no part in this match; one that is null plays a
 * part and nobody supplied it, so it is shown as unknown.
 */
export interface MatchFacts {
  needPlace?: string | null
  /** How far or where the candidate works, in its own or a source's words. */
  reach?: string | null
  /** Size of the candidate's organisation. */
  size?: string | null
  /** What the need can pay, in pounds. */
  needValue?: number | null
  /** What the candidate costs, in pounds. */
  price?: number | null
}

const MOST_PHRASES = 2
const LONGEST_PHRASE = 3
/** A missing word that every tenth text holds says nothing against anybody, and neither does one that nobody else uses. */
const COMMON = 0.1
const USED_BY = 2
/** Words with which people ask. Their absence in an offer means nothing. */
const ASKING = new Set(
  `able access address arrive aim allow area ask available base better build bring challenge change come consider council county
  create current day deliver develop district enable ensure exist expect feel find focus get give good group help high
  home identify improve include increase issue key know lack large level live local long look low make mean meet month
  need new nobody number offer opportunity order outcome part people person place plan possible problem project propose provide
  public range reach reduce relevant require resident response result run say see seek service sit speak stand stop set small solution support
  take team thing think time try understand use want way week wish work year`
    .split(/\s+/)
    .map(termOf),
)

/** How many texts of the index hold a term, and how many there are. */
export interface Usage {
  holders: (term: string) => number
  texts: number
}

/** Phrases of the need that nothing of the candidate supports, weightiest first, as they stand in the need. */
export function unsupportedPhrases(need: MatchDocument, candidate: MatchDocument, usage: Usage): string[] {
  const supports = supportOf(candidate)
  const missing = (term: string): boolean =>
    term.length > 2 &&
    !/^\d+$/.test(term) &&
    !ASKING.has(term) &&
    !supports(term) &&
    isTelling(usage.holders(term), usage.texts)
  const phrases = quotablesOf(need)
    .flatMap(sentence => missingRuns(sentence, missing))
    .map(phrase => ({
      ...phrase,
      weight: phrase.terms.reduce((sum, term) => sum + Math.log(usage.texts / usage.holders(term)), 0),
    }))
    .sort((a, b) => b.weight - a.weight)
  const chosen: typeof phrases = []
  for (const phrase of phrases) {
    if (chosen.length === MOST_PHRASES) break
    if (!chosen.some(other => other.terms.some(term => phrase.terms.includes(term)))) chosen.push(phrase)
  }
  return chosen.map(phrase => phrase.text)
}

const isTelling = (holders: number, texts: number): boolean =>
  holders >= USED_BY && holders <= Math.max(USED_BY, COMMON * texts)

/** One plain sentence about them: Nothing found about "night visits" or "mobile signal". */
export const nothingFound = (phrases: readonly string[]): string =>
  `Nothing found about ${phrases.map(phrase => `“${phrase}”`).join(' or ')}.`

/** What the match needs to know and nobody supplied: neither for nor against. */
export function unknownsOf(facts: MatchFacts): string[] {
  const unknowns: string[] = []
  if (facts.needPlace === null) unknowns.push('Where the need is.')
  if (facts.reach === null)
    unknowns.push(facts.needPlace ? `Whether they work in ${facts.needPlace}.` : 'Where they work.')
  if (facts.size === null) unknowns.push('How large the organisation is.')
  if (facts.needValue === null) unknowns.push('What the need can pay.')
  if (facts.price === null) unknowns.push('What it would cost.')
  return unknowns
}

/** The one thing that would most change the match, or null when nothing is missing. */
export function wouldChange(found: {
  limit: string | null
  phrases: readonly string[]
  unknowns: readonly string[]
}): string | null {
  if (found.limit !== null) return 'A line in their own words, or a contract, that says what they do.'
  if (found.phrases.length > 0) return `A dated example of work on “${found.phrases[0]}”.`
  const [unknown] = found.unknowns
  return unknown === undefined ? null : `Knowing this: ${unknown.charAt(0).toLowerCase()}${unknown.slice(1)}`
}

/** A term is supported when a text holds it, also as a part of a compound: "well-being" supports "wellbeing". */
function supportOf(document: MatchDocument): (term: string) => boolean {
  const terms = new Set<string>()
  let joined = ''
  for (const text of [document.title, ...document.fields.map(field => field.text)]) {
    eachWord(text, word => {
      terms.add(termOf(word))
      joined += word
    })
  }
  return term => terms.has(term) || (term.length > 4 && joined.includes(term))
}

interface Phrase {
  text: string
  terms: string[]
}

/** Runs of missing words that stand directly side by side, at most three words long. */
function missingRuns(sentence: Quotable, missing: (term: string) => boolean): Phrase[] {
  const runs: Phrase[] = []
  for (let at = 0; at < sentence.words.length; at++) {
    let end = at
    while (end < at + LONGEST_PHRASE && isMissing(sentence, end, missing) && (end === at || isBeside(sentence, end)))
      end++
    if (end === at) continue
    const words = sentence.words.slice(at, end)
    runs.push({ text: sentence.text.slice(words[0]!.start, words.at(-1)!.end), terms: words.map(word => word.term) })
    at = end - 1
  }
  return runs
}

function isMissing(sentence: Quotable, at: number, missing: (term: string) => boolean): boolean {
  const term = sentence.words[at]?.term ?? ''
  return term !== '' && missing(term)
}

const isBeside = ({ text, words }: Quotable, at: number): boolean =>
  /^[\s-]+$/.test(text.slice(words[at - 1]!.end, words[at]!.start))
