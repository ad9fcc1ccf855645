import { createHash } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { convert } from 'html-to-text'
import { type Members, object, string } from '../json.js'
import { type Parsed, type SourceDocument, UnexpectedContent } from '../source.js'
import { decode, excerptOf } from '../text.js'
import { type ChallengeRecord, titleKey } from './record.js'

// Entities are never expanded by the parser: a feed may define them to blow up, and our own few lines do what is due.
const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: true,
  isArray: name => name === 'item' || name === 'entry' || name === 'category',
})

/** Calls of an RSS 2.0 or Atom feed. A feed names no deadline: it stays unknown, and is never read out of prose. */
export function* parseFeed(document: SourceDocument): Generator<Parsed<ChallengeRecord>> {
  const root = object(parsed(document))
  const channel = object(object(root.rss).channel)
  const atom = object(root.feed)
  const items = (channel.item ?? atom.entry) as unknown[] | undefined
  if (!Array.isArray(items))
    throw new UnexpectedContent(
      `${document.address} holds no item and no entry. Expected an RSS or Atom feed of calls.`,
    )
  const programme = textOf(channel.title ?? atom.title) ?? 'Feed'
  for (const [i, one] of items.entries()) {
    const position = `item ${i + 1} of ${items.length}`
    const item = object(one)
    const title = textOf(item.title)
    yield title === null
      ? { parked: { position, reason: 'The item has no title.', excerpt: excerptOf(addressOf(item) ?? '') } }
      : { record: fromItem(item, title, programme), position }
  }
}

function parsed(document: SourceDocument): unknown {
  try {
    return parser.parse(decode(document.bytes))
  } catch (problem) {
    throw new UnexpectedContent(`${document.address} is no whole XML: ${(problem as Error).message.slice(0, 160)}.`)
  }
}

function fromItem(item: Members, title: string, programme: string): ChallengeRecord {
  const address = addressOf(item)
  const guid = textOf(item.guid ?? item.id)
  return {
    kind: 'challenge',
    ref:
      guid ??
      createHash('sha1')
        .update(address ?? title)
        .digest('hex'),
    programme: { ref: titleKey(programme), name: programme, operator: null, rules: null },
    title,
    titleKey: titleKey(title),
    problem: textOf(item['content:encoded'] ?? item.content ?? item.description ?? item.summary),
    sponsors: [],
    topics: topicsOf(item.category),
    opensOn: dayOf(textOf(item.pubDate ?? item.published ?? item.updated)),
    closesAt: null,
    closesOn: null,
    valueTotal: null,
    valueFrom: null,
    valueTo: null,
    phase: null,
    eligibility: null,
    localityCode: null,
    address,
    state: null,
  }
}

/** A member as plain text: CDATA and attributes unwrapped, HTML taken off, entities read once by the HTML reader. */
function textOf(value: unknown): string | null {
  const inner = typeof value === 'object' && value !== null ? object(value)['#text'] : value
  const written = string(inner)
  if (written === null) return null
  const html = written.includes('&lt;') ? convert(written, { wordwrap: false }) : written
  const text = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
  return text.trim() === '' ? null : text.trim()
}

/** RSS writes the address as text, Atom as an attribute of the alternate link. */
function addressOf(item: Members): string | null {
  const links = Array.isArray(item.link) ? item.link : [item.link]
  for (const link of links) {
    const href = typeof link === 'object' ? string(object(link)['@_href']) : string(link)
    if (href !== null && /^https?:\/\//.test(href) && object(link)['@_rel'] !== 'self') return href
  }
  return null
}

const topicsOf = (categories: unknown): string[] =>
  (Array.isArray(categories) ? categories : []).flatMap(category => {
    const text =
      typeof category === 'object' ? (string(object(category)['@_term']) ?? textOf(category)) : textOf(category)
    return text === null ? [] : [text]
  })

function dayOf(written: string | null): string | null {
  const at = written === null ? Number.NaN : Date.parse(written)
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10)
}
