import { stem } from './porter2.js'
import { STOP_WORDS } from './stop-words.js'

/** Rows that keep analysed text carry this number: a change of the analysis is a re-index, never a mixture. */
export const ANALYSER_VERSION = 1

/** One word as it stands in the text: `text.slice(start, end)`. `word` is lower case, without accents and apostrophes. */
export interface Token {
  word: string
  start: number
  end: number
}

/** What a run of letters, digits and apostrophes holds: its words, and where they begin and end inside the run. */
interface Run {
  words: readonly string[]
  from: number
  to: number
}

const RUN = /[\p{L}\p{N}\p{M}'‘’ʼ＇]+/gu
const APOSTROPHES = /['‘’ʼ＇]/g
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

/**
 * Words of a text: compatibility decomposition, accents dropped, lower case, then runs of [a-z0-9].
 * A possessive 's is cut off; other apostrophes vanish inside their word, so "don't" is the word "dont".
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(RUN)) {
    const run = readRun(match[0])
    for (const word of run.words) tokens.push({ word, start: match.index + run.from, end: match.index + run.to })
  }
  return tokens
}

/** The same words as `tokenise`, handed over one by one without their places: for bulk work. */
export function eachWord(text: string, take: (word: string) => void): void {
  const runs = text.match(RUN)
  if (runs === null) return
  for (const raw of runs) for (const word of readRun(raw).words) take(word)
}

/** The term a word is indexed under (its stem), or '' for a function word. Numbers and codes stay as they are. */
export const termOf = memoised(word => (STOP_WORDS.has(word) ? '' : /[0-9]/.test(word) ? word : stem(word)))

/** The terms of a text in order, function words left out. */
export function analyse(text: string): string[] {
  const terms: string[] = []
  eachWord(text, word => {
    const term = termOf(word)
    if (term !== '') terms.push(term)
  })
  return terms
}

const readRun = memoised((raw: string): Run => {
  const from = raw.search(/[^'‘’ʼ＇]/)
  if (from < 0) return { words: [], from: 0, to: 0 }
  const inner = raw.slice(from).replace(/['‘’ʼ＇]+$/, '')
  const core = inner.replace(/['‘’ʼ＇][sS]$/, '')
  return { words: fold(core), from, to: from + core.length }
})

/** Usually one word; more where a letter of another script stands between two Latin ones. */
function fold(core: string): string[] {
  const plain = core.replace(APOSTROPHES, '').toLowerCase()
  if (/^[a-z0-9]*$/.test(plain)) return plain === '' ? [] : [plain]
  const letters = plain
    .replace(/[ßæœøłđðþ]/g, letter => UNDECOMPOSED[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return letters.toLowerCase().match(/[a-z0-9]+/g) ?? []
}

/** Vocabulary of a large corpus; beyond it the memory starts anew rather than growing for ever. */
const KEPT = 500_000

function memoised<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    let value = known.get(key)
    if (value === undefined) {
      if (known.size >= KEPT) known.clear()
      value = compute(key)
      known.set(key, value)
    }
    return value
  }
}
