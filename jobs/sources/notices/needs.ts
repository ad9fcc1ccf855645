import { sentencesOf } from '../../../server/domain/text/sentences.js'
import { type NamedSolution, namedSolutions } from '../../../server/domain/text/solution-language.js'
import type { Process } from './compile.js'
import type { NoticeKind, Release } from './release.js'

/** A need as a notice states it, "as published": nobody owns it until somebody claims it. */
export interface HarvestedNeed {
  state: 'open' | 'in_procurement'
  title: string
  description: string
  stage: string
  /** The sentence that it was read from, and where that stands in the notice. */
  quote: { text: string; position: string; start: number; end: number }
  openedOn: string
  closesAt: string | null
  smallerLots: boolean | null
  /** Words that name a product or technology instead of an outcome: flagged, never removed. */
  solutionLanguage: NamedSolution[]
}

const STAGE: Partial<Record<NoticeKind, string>> = {
  engagement: 'Early market engagement',
  pipeline: 'Pipeline',
  planned: 'Planned procurement',
  tender: 'Open tender',
}

const ASKING =
  /\b(?:need|needs|require|requires|requirement|seek|seeks|seeking|looking (?:for|to)|wish|wishes|intend|intends|plans? to|aims? to|invit(?:es?|ing)|would like|interested in|challenge|problem)\b/i
const LEAST_WORDS = 5
const LOOKED_AT = 8

/**
 * The need in a process, or null. Engagement, pipeline, planned and tender notices state one; awards never do. No
 * sentence to quote, no need. Once an award is published the need is in procurement, not open.
 */
export function harvest(process: Process): HarvestedNeed | null {
  const release = process.need
  if (!release) return null
  const title = release.title ?? process.latest.title
  const quote = title === null ? null : quoteOf(release, title)
  if (title === null || quote === null) return null
  const description = release.description ?? title
  return {
    state: process.awards.length > 0 || process.latest.kind === 'contract' ? 'in_procurement' : 'open',
    title,
    description,
    stage: STAGE[release.kind] ?? 'Notice',
    quote,
    openedOn: release.publishedAt.slice(0, 10),
    closesAt: release.kind === 'engagement' ? (release.engagementDueAt ?? release.closesAt) : release.closesAt,
    smallerLots: release.lots.length > 1 ? true : null,
    solutionLanguage: namedSolutions(description),
  }
}

/** The first sentence near the top that asks for something, else the first whole sentence, else the title. */
function quoteOf(release: Release, title: string): HarvestedNeed['quote'] | null {
  const description = release.description ?? ''
  const sentences = sentencesOf(description)
    .map(span => ({ ...span, text: description.slice(span.start, span.end) }))
    .filter(({ text }) => text.split(/\s+/).length >= LEAST_WORDS && text !== title)
    .slice(0, LOOKED_AT)
  const chosen = sentences.find(({ text }) => ASKING.test(text)) ?? sentences[0]
  if (chosen) return { ...chosen, position: `description, characters ${chosen.start + 1} to ${chosen.end}` }
  return title === '' ? null : { text: title, position: 'title', start: 0, end: title.length }
}
