import { type AlertContent, rankOf, type Voice } from '../../server/domain/alerts/content.js'
import { type Change, changesBetween, type Material, materialVersion } from '../../server/domain/alerts/material.js'
import { stageOf } from '../../server/domain/alerts/stage.js'
import { moneyWords, sum } from '../../server/domain/needs/words.js'
import type { Hit, Watch } from '../../server/features/alerts/alert-scope.read-model.js'

/** A thing found, ready to be kept as an alert item. */
export interface Found {
  kind: 'need' | 'idea'
  thingId: string
  /** Tells an idea's needs apart: one idea may have a second chance with several. */
  key: string
  version: string
  rank: number
  content: AlertContent
}

const LONGEST_QUOTE = 150
/** Characters before the first phrase that met, so that it is not read without what leads to it. */
const LEAD_IN = 40

/** What a hit says to this reader. `askedAgain` is the day on which a "later" ran out, `position` its place among what was found. */
export function foundOf(
  hit: Hit,
  watch: Watch,
  { askedAgain, placeName, position }: { askedAgain: string | null; placeName: string | null; position: number },
): Found {
  const money = moneyWords({
    firstPhase: hit.money_first_phase,
    total: hit.money_total,
    currency: hit.money_currency,
    note: hit.money_note,
  })
  const material: Material = { deadline: hit.deadline, money, label: hit.label, state: hit.state, askedAgain }
  const content: AlertContent = {
    needId: hit.need_id,
    needTitle: hit.title,
    idea: ideaOf(hit),
    organisationId: hit.organisation_id,
    label: hit.label,
    place: hit.place,
    buyer: hit.buyer,
    stage: stageOf({
      stageText: hit.stage_text,
      state: hit.state,
      noticeKind: hit.notice_kind,
      noticeType: hit.notice_type,
    }),
    material,
    voices: voicesOf(hit, watch, placeName),
    against: againstOf(hit),
    unknown: unknownOf(hit, money),
    changes: [],
  }
  const thingId = hit.idea_id ?? hit.need_id
  return {
    kind: hit.idea_id ? 'idea' : 'need',
    thingId,
    key: keyOf(content),
    version: materialVersion(hit.need_id, material),
    rank: rankOf(hit.label, position),
    content,
  }
}

/** What a thing is for a reader: the need, and the idea where it is a second chance. */
export const keyOf = (content: Pick<AlertContent, 'needId' | 'idea'>): string =>
  `${content.needId} ${content.idea?.id ?? ''}`

/** The same thing with what is other than when it was mailed last. */
export const withChanges = (content: AlertContent, before: Material | null): AlertContent => {
  const changes: Change[] = before === null ? [] : changesBetween(before, content.material)
  return { ...content, changes }
}

function ideaOf(hit: Hit): AlertContent['idea'] {
  if (hit.idea_id === null) return null
  return {
    id: hit.idea_id,
    title: hit.idea_title ?? '',
    own: hit.idea_own,
    decidedOn: hit.second_chance?.decided_on ?? null,
    price: hit.idea_price === null ? null : sum(hit.idea_price, 'GBP'),
    tier: hit.tier ?? 'named_reader',
    reasons: (hit.second_chance?.reasons ?? []).map(({ code, quote, why }) => ({ code, quote, why })),
  }
}

function voicesOf(hit: Hit, watch: Watch, placeName: string | null): Voice[] {
  if (hit.label === null) return [passageOf(hit.passage), alertVoice(watch, placeName)]
  const best = (hit.evidence ?? []).find(({ candidate }) => isWithinTier(hit, candidate.text))
  if (!best)
    return [
      passageOf(hit.passage),
      { speaker: 'No words of the idea may be shown at its tier', quote: null, marks: [] },
    ]
  const mine = hit.idea_id === null ? hit.organisation_id === watch.organisationId : hit.idea_own
  const source = lowerFirst(best.candidate.source).replace(/^idea, teaser/, 'idea’s teaser')
  const speaker = mine ? `Your ${source}` : hit.idea_id === null ? `Their ${source}` : `The ${source}`
  return [quoteOf('The need', best.need), quoteOf(speaker, best.candidate)]
}

/** Words above the tier that the owner agreed to are never quoted, also where it was wider when the matcher ran. */
function isWithinTier(hit: Hit, text: string): boolean {
  if (hit.idea_id === null || hit.idea_own || hit.tier === 'full') return true
  const allowed = [hit.idea_title, hit.tier === 'teaser' ? hit.idea_teaser : null]
  return allowed.some(words => words !== null && plain(words).includes(plain(text)))
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function alertVoice({ query }: Watch, placeName: string | null): Voice {
  const words = query.words?.trim()
  if (words) return { speaker: 'Your alert', quote: words, marks: [] }
  return { speaker: `Your alert asks for every need in ${placeName ?? 'every place'}`, quote: null, marks: [] }
}

/** A passage in which the words asked for stand between STX and ETX. */
function passageOf(passage: string): Voice {
  let quote = ''
  let begin = 0
  const marks: Voice['marks'] = []
  for (const character of plain(passage)) {
    if (character === '\u0002') begin = quote.length
    else if (character === '\u0003') marks.push([begin, quote.length])
    else quote += character
  }
  return cut({ speaker: 'The need', quote, marks })
}

const quoteOf = (speaker: string, side: { text: string; marks: { start: number; end: number }[] }): Voice =>
  cut({ speaker, quote: side.text, marks: side.marks.map(({ start, end }) => [start, end]) })

/** At most about two lines, around the first phrase that met. Cut between words, with an ellipsis where something is left out. */
function cut({ speaker, quote, marks }: Voice & { quote: string }): Voice {
  const text = quote.replace(/[.,;:\s]+$/, '')
  if (text.length <= LONGEST_QUOTE) return { speaker, quote: text, marks: within(marks, 0, text.length) }
  const first = marks[0]?.[0] ?? 0
  const wanted = Math.min(first - LEAD_IN, text.length - LONGEST_QUOTE)
  const from = wanted < LEAD_IN ? 0 : text.indexOf(' ', wanted) + 1
  const to = endOf(text, from)
  const before = from > 0 ? '… ' : ''
  return {
    speaker,
    quote: `${before}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    marks: within(marks, from, to).map(([start, end]) => [start + before.length, end + before.length]),
  }
}

/** Where a quote that begins at `from` ends: with the text, at the end of a clause, or else between two words. */
function endOf(text: string, from: number): number {
  const most = from + LONGEST_QUOTE
  if (most >= text.length) return text.length
  const clause = Math.max(...[', ', '; ', ': ', '. '].map(end => text.lastIndexOf(end, most)))
  if (clause > from + LONGEST_QUOTE * 0.6) return clause
  const word = text.lastIndexOf(' ', most)
  return word > from ? word : most
}

const within = (marks: Voice['marks'], from: number, to: number): Voice['marks'] =>
  marks.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from])

const againstOf = (hit: Hit): string | null => {
  if (hit.label !== null) return hit.against[0] ?? null
  return hit.suppliers === 0 ? 'No organisation in the loaded sources fits it well enough.' : null
}

function unknownOf(hit: Hit, money: string | null): string | null {
  const unknowns =
    hit.label === null
      ? [money === null ? 'What it can pay.' : null, hit.deadline === null ? 'When it closes.' : null]
      : hit.unknowns
  const told = unknowns.filter(text => text !== null).slice(0, 2)
  if (told.length === 0) return null
  return `${told.join(' ')}${hit.label === null ? '' : ' That could change the label.'}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
