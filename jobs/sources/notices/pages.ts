import { createHash } from 'node:crypto'
import { type HttpClient, PublisherDown } from '../http-client.js'
import { isObject, object, objects, parseLenient, string } from '../json.js'
import type { SourceDocument } from '../source.js'
import { decode } from '../text.js'

/** A page that is full and leads nowhere: the publisher lost the rest of this window. */
export class FullPageWithoutNext extends Error {}

const TRIES = 3

/**
 * Pages of one window, following `links.next`. A truncated page is asked for again. Throws FullPageWithoutNext, or
 * PublisherDown when a next link leads back to where we were or the page stays unreadable.
 */
export async function* pages(http: HttpClient, first: string, limit: number): AsyncGenerator<SourceDocument> {
  const addresses = new Set<string>()
  const contents = new Set<string>()
  let address: string | null = first
  while (address !== null) {
    if (addresses.has(address)) throw new PublisherDown(`${first}: the next link leads back to a page we had.`)
    addresses.add(address)
    const page = await readPage(http, address)
    const releases = objects(page.members.releases)
    const content = createHash('sha256')
      .update(JSON.stringify(releases.map(one => [one.ocid, one.id, one.date])))
      .digest('hex')
    if (releases.length > 0 && contents.has(content)) throw new PublisherDown(`${address} repeats a page we had.`)
    contents.add(content)
    yield page.document
    const next: string | null = string(object(page.members.links).next)
    if (next === null && releases.length >= limit) throw new FullPageWithoutNext(address)
    address = next
  }
}

async function readPage(http: HttpClient, address: string) {
  for (let attempt = 1; ; attempt++) {
    const answer = await http.get(address, 'json')
    const members = parsed(answer.body)
    if (isObject(members) && Array.isArray(members.releases))
      return { members, document: { address, contentType: answer.contentType, bytes: answer.body } }
    if (attempt === TRIES)
      throw new PublisherDown(`${address} sent something else than whole JSON with "releases", ${TRIES} times.`)
  }
}

function parsed(body: Buffer): unknown {
  try {
    return parseLenient(decode(body))
  } catch {
    return undefined
  }
}

/** A span of time that is asked for. */
export interface Span {
  from: Date
  to: Date
}

const SHORTEST_MS = 60_000

/** Pages of a window; a full page without a next link makes two halves of it, each asked for again. */
export async function* pagesOfSpan(
  http: HttpClient,
  span: Span,
  query: { address: (span: Span) => string; limit: number },
): AsyncGenerator<SourceDocument> {
  try {
    yield* pages(http, query.address(span), query.limit)
  } catch (problem) {
    if (!(problem instanceof FullPageWithoutNext)) throw problem
    const middle = new Date((span.from.getTime() + span.to.getTime()) / 2)
    if (middle.getTime() - span.from.getTime() < SHORTEST_MS)
      throw new PublisherDown(`${problem.message}: full pages without a next link even within a minute.`)
    yield* pagesOfSpan(http, { from: span.from, to: middle }, query)
    yield* pagesOfSpan(http, { from: middle, to: span.to }, query)
  }
}

/** Cuts a range into windows of at most `longestMs`, oldest first. */
export function* spans(from: Date, to: Date, longestMs: number): Generator<Span> {
  for (let start = from.getTime(); start < to.getTime(); start += longestMs)
    yield { from: new Date(start), to: new Date(Math.min(start + longestMs, to.getTime())) }
}

/**
 * The mark that a window may set: its end, but only when it joins on to what has been taken and reaches further. A
 * re-read of older days, or a window after a gap, moves nothing.
 */
export function markAfter(span: Span, mark: string | null): string | undefined {
  const joins = mark === null || span.from.toISOString() <= mark
  const further = mark === null || span.to.toISOString() > mark
  return joins && further ? span.to.toISOString() : undefined
}
