import { isObject, parseLenient, string, strings } from '../json.js'
import { type Parsed, type SourceDocument, UnexpectedContent } from '../source.js'
import { firstLineOf } from '../table.js'
import { decode, excerptOf } from '../text.js'
import { day, deadline } from '../times.js'
import { parseFeed } from './parse-feed.js'
import { parseChallenges, parseSubmissions } from './parse-tables.js'
import { type ChallengeRecord, type ChallengesRecord, titleKey } from './record.js'

/**
 * Challenges from one JSON object a line, from a CSV or from an RSS or Atom feed; or submissions with their outcome
 * from a CSV. Throws UnexpectedContent for anything else.
 */
export function* parse(document: SourceDocument): Generator<Parsed<ChallengesRecord>> {
  const first = firstLineOf(document)
  if (first.startsWith('{')) yield* parseLines(document)
  else if (first.startsWith('<')) yield* parseFeed(document)
  else if (/(^|[,;"])submission["]?([,;]|$)/i.test(first)) yield* parseSubmissions(document)
  else yield* parseChallenges(document)
}

const PROGRAMMES: Readonly<Record<string, string>> = {
  ukri: 'UK Research and Innovation',
  ktn: 'Innovate UK KTN',
  ktnie: 'Innovate UK KTN, innovation exchange',
  ncsc: 'NCSC for Startups',
  dasa: 'Defence and Security Accelerator',
}

function* parseLines(document: SourceDocument): Generator<Parsed<ChallengeRecord>> {
  let number = 0
  for (const line of decode(document.bytes).split(/\r\n|\n|\r/)) {
    number++
    if (line.trim() === '') continue
    const position = `line ${number}`
    const value = lineValue(line)
    const record = isObject(value) ? fromObject(value) : 'The line is not one whole JSON object.'
    if (number === 1 && typeof record === 'string')
      throw new UnexpectedContent(`${document.address}: ${record} Expected one challenge a line with id and title.`)
    yield typeof record === 'string'
      ? { parked: { position, reason: record, excerpt: excerptOf(line) } }
      : { record, position }
  }
}

function lineValue(line: string): unknown {
  try {
    return parseLenient(line)
  } catch {
    return undefined
  }
}

/** A challenge, or the reason why it is none. */
function fromObject(value: Readonly<Record<string, unknown>>): ChallengeRecord | string {
  const ref = string(value.id)
  const title = string(value.title)
  if (ref === null) return 'The challenge has no id.'
  if (title === null) return 'The challenge has no title.'
  const source = string(value.source) ?? 'unnamed'
  const written = { opens: string(value.opens), closes: string(value.closes) }
  const opensOn = day(written.opens)
  const closesAt = deadline(written.closes)
  if (written.opens !== null && opensOn === null) return `"opens" is no date: ${written.opens.slice(0, 40)}.`
  if (written.closes !== null && closesAt === null) return `"closes" is no date: ${written.closes.slice(0, 40)}.`
  return {
    kind: 'challenge',
    ref,
    programme: { ref: source, name: PROGRAMMES[source] ?? source, operator: null, rules: null },
    title,
    titleKey: titleKey(title),
    problem: string(value.description),
    sponsors: strings(value.sponsors),
    topics: strings(value.topics),
    opensOn,
    closesAt,
    closesOn: day(written.closes),
    valueTotal: null,
    valueFrom: null,
    valueTo: null,
    phase: null,
    eligibility: null,
    localityCode: null,
    address: string(value.url),
    state: null,
  }
}
