import type { AlertContent, Voice } from './content.js'
import { deadlineLine } from './dates.js'
import * as words from './digest.words.js'
import type { DigestCadence } from './windows.js'

/** The most items that one mail carries, whatever the ceiling. */
export const MOST_ITEMS = 7

export interface Link {
  words: string
  address: string
}

/** A line of two columns: what it is about, and one or more sentences. */
export interface Row {
  name: string
  lines: string[]
}

/** One item, ready to be written as text or as HTML. */
export interface DigestItem {
  label: string | null
  strength: 2 | 1 | 0 | null
  title: string
  where: string
  changed: string | null
  notAnOpportunity: string | null
  facts: Row[]
  why: Voice[]
  /** Rows that follow "why". */
  doubts: Row[]
  open: Link
  answers: Link[]
}

/** A whole digest: both parts of the mail are written from this and from nothing else. */
export interface Digest {
  subject: string
  preheader: string
  sender: string
  headline: string
  lede: string
  items: DigestItem[]
  rest: { words: string; link: Link } | null
  footer: Row[]
  links: Link[]
  identity: string
}

/** Everything a digest is made from. Dates are local to the reader. */
export interface DigestFacts {
  /** Whom it is for: an organisation, a hub, or the alert's own name. `short` is what the subject says. */
  recipient: { name: string; short: string }
  cadence: DigestCadence
  today: string
  zone: string
  ceiling: number
  /** Chosen and in order; never empty. */
  items: AlertContent[]
  /** Found and held back by the ceiling. */
  waiting: number
  sources: words.SourceFact[]
  /** Answers to earlier items of this alert. */
  answers: { n: number; fit: number }
  consent: { name: string; basis: string; confirmedOn: string }
  hub: { name: string; postalAddress: string; demonstration: boolean }
  /** Address of this installation, and the token of this mail. */
  base: string
  token: string
}

/** Makes the digest. Throws a RangeError for one without items: such a mail does not exist. */
export function makeDigest(facts: DigestFacts): Digest {
  const [best] = facts.items
  if (!best) throw new RangeError('A digest without items is never made.')
  const items = facts.items.map(item => makeItem(item, facts))
  const title = items[0]!.title
  const headline = words.headline(facts.items, facts.cadence)
  return {
    subject: words.subjectLine(facts.items.length, facts.recipient.short, title),
    preheader: words.preheader(items, facts.items),
    sender: words.senderLine(facts.hub),
    headline,
    lede: words.lede(facts.recipient.name, facts.today, best.material.deadline),
    items,
    rest: restOf(facts),
    footer: footerOf(facts),
    links: [
      { words: 'Look at this alert', address: `${facts.base}/a/${facts.token}` },
      { words: 'Pause for a month', address: `${facts.base}/a/${facts.token}` },
      { words: 'Stop this alert', address: `${facts.base}/u/${facts.token}` },
      { words: 'Why these and not others', address: `${facts.base}/a/${facts.token}#why` },
    ],
    identity: words.identity(facts.hub),
  }
}

function makeItem(item: AlertContent, { base, token, today }: DigestFacts): DigestItem {
  const answer = (verdict: string): string =>
    `${base}/f/${token}/${verdict}?need=${item.needId}${item.idea ? `&idea=${item.idea.id}` : ''}`
  const open = item.idea?.own ? 'Decide about your idea' : 'Open the need'
  return {
    label: words.labelWords(item),
    strength: item.label === null ? null : item.label === 'strong' ? 2 : item.label === 'possible' ? 1 : 0,
    title: words.itemTitle(item),
    where: words.whereLine(item),
    changed: words.changedLine(item, today),
    notAnOpportunity: item.stage.notAnOpportunity,
    facts: [
      { name: 'Value', lines: [words.valueLine(item)] },
      { name: 'Deadline', lines: [deadlineLine(item.material.deadline, today)] },
    ],
    why: item.voices,
    doubts: doubtsOf(item),
    open: { words: open, address: `${base}/needs/${item.needId}` },
    answers: [
      { words: 'Good fit', address: answer('fit') },
      { words: 'Not for us', address: answer('not_fit') },
      { words: 'Later', address: answer('later') },
    ],
  }
}

function doubtsOf(item: AlertContent): Row[] {
  const rows: Row[] = []
  if (item.idea) rows.push({ name: 'Then, now', lines: words.thenAndNow(item.idea) })
  if (item.against) rows.push({ name: 'Against', lines: [words.sentence(item.against)] })
  if (item.unknown) rows.push({ name: 'Unknown', lines: [words.sentence(item.unknown)] })
  return rows
}

function restOf({ waiting, items, base, token }: DigestFacts): Digest['rest'] {
  if (waiting === 0) return null
  return {
    words: words.restWords(waiting),
    link: { words: `See all ${waiting + items.length}`, address: `${base}/a/${token}` },
  }
}

function footerOf({ sources, answers, ceiling, waiting, consent, cadence, zone }: DigestFacts): Row[] {
  return [
    { name: 'Checked for you', lines: [words.sourcesLine(sources, zone)] },
    { name: 'This alert so far', lines: [words.precisionLine(answers)] },
    { name: 'Your ceiling', lines: [words.ceilingLine(ceiling, waiting)] },
    { name: 'Why you get this', lines: [words.basisLine(consent, cadence)] },
  ]
}
