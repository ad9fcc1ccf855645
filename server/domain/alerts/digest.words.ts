import { day, listOf, month, percent } from '../economy/figures.js'
import { startCounted, startWords, upperFirst, verb } from '../needs/words.js'
import type { SourceState } from '../sources/health.js'
import type { AlertContent } from './content.js'
import { longDay, momentWords, shortDay } from './dates.js'
import { changedWords } from './material.js'
import type { DigestCadence } from './windows.js'

// Every sentence of a digest. The voice of a colleague: the finding, then the figure, then the doubt.

/** A source as the footer names it. */
export interface SourceFact {
  name: string
  state: SourceState
  lastSuccess: Date | null
}

/** Answers below which a share says nothing. */
const ENOUGH_ANSWERS = 5
const LONGEST_SUBJECT = 160
const PERIODS: Record<DigestCadence, string> = { daily: 'today', weekly: 'this week', monthly: 'this month' }

/** A sentence with its full stop, whatever it came with. */
export const sentence = (text: string): string => `${upperFirst(text.trim().replace(/[.\s]+$/, ''))}.`

/** "3 for Harelaw: Visits that notice decline early". Control characters never reach a header. */
export function subjectLine(n: number, short: string, title: string): string {
  const line = `${n} for ${short}: ${title}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…`
}

const LEGAL_FORM = /\s+(?:limited|ltd|llp|plc|cic|cio|community interest company)\.?$/i
const LONGEST_SHORT = 24

/** A name short enough for a subject: without its legal form, and its first word where it is still long. */
export function shortName(name: string): string {
  const plain = name.replace(LEGAL_FORM, '')
  if (plain.length <= LONGEST_SHORT) return plain
  const [first = plain] = plain.split(/\s+/)
  return first.length > 3 ? first : plain
}

/** "Three things fit this week. One is your own idea." */
export function headline(items: readonly AlertContent[], cadence: DigestCadence): string {
  const n = items.length
  const matched = items.some(item => item.label !== null)
  const act = matched ? verb(n, 'fits', 'fit') : verb(n, 'is new or changed', 'are new or changed')
  const head = `${startCounted(n, 'thing', 'things')} ${act} ${PERIODS[cadence]}.`
  const own = items.filter(item => item.idea?.own).length
  const others = items.filter(item => item.idea && !item.idea.own).length
  if (own > 0) {
    const which =
      n === 1 ? 'It is your own idea' : `${startWords(own)} ${verb(own, 'is your own idea', 'are your own ideas')}`
    return `${head} ${which}.`
  }
  if (others === 0) return head
  return `${head} ${n === 1 ? 'It is a second chance' : `${startWords(others)} ${verb(others, 'is a second chance', 'are second chances')}`}.`
}

/** "Tuesday 24 November 2026, for Harelaw Care Technologies Ltd. The best fit has until 18 December." */
export function lede(name: string, today: string, deadline: string | null): string {
  const until = deadline !== null && deadline >= today ? ` The first has until ${shortDay(deadline, today)}.` : ''
  return `${longDay(today)}, for ${name.replace(/\.$/, '')}.${until}`
}

/** The line that a mailbox shows beside the subject: what changed, or what stands second. */
export function preheader(
  items: readonly { changed: string | null; title: string }[],
  all: readonly AlertContent[],
): string {
  const changed = items.find(item => item.changed)?.changed
  const own = all.some(item => item.idea?.own) ? 'One idea of yours has a second chance.' : null
  const second = items[1] ? `Also: ${items[1].title}.` : null
  return [changed, own ?? second].filter(part => part).join(' ')
}

export const senderLine = (hub: { name: string; demonstration: boolean }): string =>
  hub.demonstration ? `${hub.name}. Demonstration data.` : hub.name

/** "Strong", "Strong. Second chance". */
export function labelWords(item: AlertContent): string | null {
  const parts = [item.label && upperFirst(item.label), item.idea && 'Second chance'].filter(part => part)
  return parts.length === 0 ? null : parts.join('. ')
}

export function itemTitle({ needTitle, idea, place }: AlertContent): string {
  if (!idea) return needTitle
  const whose = idea.own ? ', your idea' : ''
  return `${idea.title}${whose}: a second chance${place ? ` in ${place}` : ''}`
}

/** "Weardale and Teesdale. County Durham adult care. Early talks, not yet a tender." */
export function whereLine({ place, buyer, stage, idea, needTitle }: AlertContent): string {
  const former =
    idea &&
    `${idea.own ? 'Your idea' : 'An idea'}${idea.decidedOn ? ` of ${month(idea.decidedOn)}` : ''}, not adopted then`
  return [
    place ?? 'Place not stated',
    buyer ?? 'Buyer not stated',
    idea ? `For “${needTitle}”` : null,
    stage.words,
    former,
  ]
    .filter(part => part !== null)
    .map(sentence)
    .join(' ')
}

export const changedLine = (item: AlertContent, today: string): string | null => changedWords(item.changes, today)

/** "£120,000 first phase", "not stated", "£120,000; your stated price £84,000". */
export function valueLine({ material, idea }: AlertContent): string {
  const money = lowerFirst((material.money ?? 'not stated').replace(/\.$/, ''))
  return idea?.own && idea.price ? `${money}; your stated price ${idea.price}` : money
}

const TIERS: Record<string, string> = {
  title: 'only the title, no name',
  teaser: 'title and teaser, no name',
  full: 'all of it, with your name',
  named_reader: 'named readers only',
}

/** What was recorded then, why it no longer holds, and who would see what. */
export function thenAndNow(idea: NonNullable<AlertContent['idea']>): string[] {
  const recorded = idea.reasons
    .map(({ code, quote }) => `${code}${quote ? ` (“${quote.replace(/[.\s]+$/, '')}”)` : ''}`)
    .join('; ')
  const tier = `tier “${idea.tier.replaceAll('_', ' ')}”`
  const seen = idea.own
    ? `${tier}, ${TIERS[idea.tier]}. Nothing is sent unless you say so`
    : `${tier}. Its owner is asked first`
  return [
    `Recorded reason: ${recorded || 'none'}.`,
    `Why it no longer bites: ${lowerFirst(idea.reasons.map(({ why }) => why.replace(/\.$/, '')).join('; '))}.`,
    `Who would see what: ${seen}.`,
  ]
}

/** A sentence begun in the middle of a line; "A" and "I" as words stay as they are. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

export const restWords = (n: number): string => `${n} more ${verb(n, 'waits', 'wait')} under your ceiling.`

/** Which sources were asked, how each is, and since when one has been silent. */
export function sourcesLine(sources: readonly SourceFact[], zone: string): string {
  if (sources.length === 0) return 'No source has been taken from yet.'
  const healthy = sources.filter(({ state }) => state === 'ok').length
  const head = `${healthy} of ${sources.length} ${verb(sources.length, 'source', 'sources')} healthy.`
  const up = grouped(
    sources.filter(source => !isDown(source)),
    zone,
  )
  const down = sources.filter(isDown).map(source => downWords(source, zone))
  return [head, up.length > 0 ? `${up.join('; ')}.` : null, ...down].filter(part => part !== null).join(' ')
}

const isDown = ({ state }: SourceFact): boolean => state === 'failing' || state === 'late' || state === 'stopped'

/** Sources that were taken in the same minute stand together: "Contracts Finder and Find a Tender 24 November, 10:04". */
function grouped(sources: readonly SourceFact[], zone: string): string[] {
  const taken = new Map<string, string[]>()
  for (const { name, state, lastSuccess } of sources) {
    const when = lastSuccess ? momentWords(lastSuccess, zone) : 'not taken yet'
    const key = `${when}${state === 'thin' ? ' (thin: its items are held until it is whole)' : ''}`
    taken.set(key, [...(taken.get(key) ?? []), plainName(name)])
  }
  return [...taken].map(([when, names]) => `${listOf(names)} ${when}`)
}

function downWords({ name, lastSuccess }: SourceFact, zone: string): string {
  return lastSuccess
    ? `${plainName(name)} down since ${momentWords(lastSuccess, zone)}.`
    : `${plainName(name)} has never answered.`
}

/** For a list of names: the mail's head says that all of it is a demonstration, and a comma would split one name in two. */
const plainName = (name: string): string => name.replace(/ \(demonstration\)$/, '').replace(/, (.+)$/, ' ($1)')

/** "You answered 18 times; 13 were a good fit (72%)." */
export function precisionLine({ n, fit }: { n: number; fit: number }): string {
  if (n < ENOUGH_ANSWERS)
    return `Not enough answers yet: ${n === 0 ? 'none' : n} so far, and ${ENOUGH_ANSWERS} are needed.`
  return `You answered ${n} times; ${fit} ${verb(fit, 'was', 'were')} a good fit (${percent(fit / n, 0)}).`
}

export function ceilingLine(ceiling: number, waiting: number): string {
  const most = `At most ${ceiling} ${verb(ceiling, 'item', 'items')} a week.`
  return waiting === 0
    ? `${most} Nothing is held back.`
    : `${most} ${waiting} more ${verb(waiting, 'is', 'are')} waiting.`
}

/** "You confirmed this weekly alert, Harelaw, on 3 June 2026. Basis: consent." */
export const basisLine = (
  consent: { name: string; basis: string; confirmedOn: string },
  cadence: DigestCadence,
): string =>
  `You confirmed this ${cadence} alert, “${consent.name}”, on ${day(consent.confirmedOn)}. Basis: ${consent.basis}.`

const NO_TRACKING =
  'No picture in this mail reports that you opened it, and the links lead straight to Wellmet. Each opens a page; nothing happens until you press a button there.'

export const identity = (hub: { name: string; postalAddress: string }): string =>
  `${hub.name}, ${hub.postalAddress.replace(/\.$/, '')}. ${NO_TRACKING}`
