import { termOf, tokenise } from '../text/analyse.js'
import { isBoilerplate } from '../text/boilerplate.js'
import { type Span, sentencesOf } from '../text/sentences.js'
import type { IndexedText } from './inverted-index.js'

/** One piece of text about a need or a candidate, under the name a reader sees beside a quote of it. */
export interface MatchField {
  /** "Registered activity", "Own statement", "Contract summary, September 2025". */
  name: string
  /** ISO date, where one is known. */
  date: string | null
  text: string
  /** A name of an activity or a stated capability: its words count like those of a title. */
  heading?: boolean
  /** Taken from a register, not said by the organisation: alone it never carries more than a possible match. */
  registered?: boolean
}

/** A need, an organisation or an idea as the matcher reads it. */
export interface MatchDocument {
  id: string
  /** Title of a need or an idea; empty for an organisation, because a name is no evidence of what it can do. */
  title: string
  fields: readonly MatchField[]
  /**
   * Names of its place, its buyer or itself. They are no subject: they are not scored, and that the other side does
   * not mention them counts for nothing.
   */
  names?: readonly string[]
}

/** A sentence that may be quoted, literally as it stands in its field. */
export interface Quotable {
  source: string
  date: string | null
  text: string
  words: readonly QuotableWord[]
}

export interface QuotableWord extends Span {
  /** The indexed term, '' for a function word. */
  term: string
}

const TITLE = 'Title'

/** The two fields that are indexed. Sentences about procedure are left out. */
export function indexedText(document: MatchDocument): IndexedText {
  const names = namePattern(document)
  const subject = (text: string): string => (names ? text.replace(names, ' ') : text)
  const headings = document.fields.filter(field => field.heading || field.registered)
  const bodies = document.fields.filter(field => !field.heading && !field.registered)
  return {
    title: subject([document.title, ...headings.map(field => field.text)].filter(text => text !== '').join('\n')),
    text: subject(bodies.map(field => matter(field.text)).join('\n')),
  }
}

/** True when nothing but registered activities is known. */
export const isRegisteredOnly = (document: MatchDocument): boolean =>
  document.title === '' && document.fields.length > 0 && document.fields.every(field => field.registered)

/** Every sentence of a document that may stand as evidence: its title first, then its fields in order. */
export function quotablesOf(document: MatchDocument): Quotable[] {
  const names = namePattern(document)
  const title = { name: TITLE, date: null, text: document.title }
  return [title, ...document.fields].flatMap(({ name, date, text }) =>
    sentencesOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter(sentence => !isBoilerplate(sentence))
      .map(sentence => ({ source: name, date, text: sentence, words: readWords(sentence, names) })),
  )
}

function matter(text: string): string {
  return sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(sentence => !isBoilerplate(sentence))
    .join('\n')
}

function readWords(sentence: string, names: RegExp | null): QuotableWord[] {
  const named = names ? [...sentence.matchAll(names)].map(found => [found.index, found.index + found[0].length]) : []
  return tokenise(sentence).map(({ word, start, end }) => {
    const isName = named.some(([from, to]) => start >= from! && end <= to!)
    return { term: isName ? '' : termOf(word), start, end }
  })
}

/** Finds any of a document's names as whole words, whatever the case; the longest first. */
function namePattern({ names = [] }: MatchDocument): RegExp | null {
  const known = names.map(name => name.trim()).filter(name => name.length > 2)
  if (known.length === 0) return null
  const escaped = known.sort((a, b) => b.length - a.length).map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
