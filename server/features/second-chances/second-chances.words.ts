import { count, day, many } from '../../domain/economy/figures.js'
import { counted, startCounted, startWords, verb } from '../../domain/needs/words.js'
import { flowCount } from './idea-flow.js'
import type { ReasonRow } from './second-chances.read-model.js'
import type { SecondChances } from './second-chances.schemas.js'

type Flow = SecondChances['flow']

export const REASON_MEANINGS: Record<string, string> = {
  portfolio: 'Scored above the line, not funded for balance',
  budget: 'Price above the money',
  scope: 'Outside what was asked',
  readiness: 'Too early or too late',
  evidence: 'Too little proof',
  capacity: 'Too small for it',
  eligibility: 'Place, form or date',
  duplicate: 'Same as another idea or service',
  unknown: 'No reason was given',
}

/** "125 ideas were not adopted. 34 owners said yes to a second look, and four were bought elsewhere." */
export function chancesHeadline(flow: Flow): string {
  const n = flowCount(flow, 'not_adopted')
  const agreed = flowCount(flow, 'agreed')
  const bought = flowCount(flow, 'adopted_elsewhere')
  if (flow.nodes.length === 0) return 'No challenge results yet.'
  if (n === 0) return 'Every idea was adopted or is still being decided.'
  const head = `${startCounted(n, 'idea was', 'ideas were')} not adopted.`
  if (agreed === 0) return `${head} No owner has said yes to a second look yet.`
  const yes = `${startCounted(agreed, 'owner', 'owners')} said yes to a second look`
  return bought === 0
    ? `${head} ${yes}.`
    : `${head} ${yes}, and ${counted(bought, 'idea was', 'ideas were')} bought elsewhere.`
}

/** "Not adopted says nothing about quality: 31 scored above the line and were left out for balance. Eleven fit a need in County Durham today." */
export function chancesLede(flow: Flow, reasons: ReasonRow[], ready: number, place: string): string {
  if (flow.nodes.length === 0 && ready === 0)
    return 'Results come with a programme’s file, or from a hub that adds them by hand.'
  const balance = reasons.find(row => row.code === 'portfolio')?.ideas ?? 0
  const quality =
    balance > 0
      ? `Not adopted says nothing about quality: ${counted(balance, 'idea', 'ideas')} scored above the line and ${verb(balance, 'was', 'were')} left out for balance.`
      : 'Not adopted says nothing about quality.'
  return `${quality} ${ready === 0 ? 'None fits' : `${startWords(ready)} ${verb(ready, 'fits', 'fit')}`} an open need in ${place} today.`
}

/** What a reader without names is told: the public count. */
export const publicLede = (n: number, place: string): string =>
  n === 0
    ? `No idea that was not adopted elsewhere fits an open need in ${place} today.`
    : `Open needs in ${place} have ${many(n, 'fit', 'fits')} with ideas that were not adopted elsewhere and whose owners agreed to a second look.`

/** "34 of 125 ideas that were not adopted are being offered again". */
export function flowTitle(flow: Flow): string {
  const n = flowCount(flow, 'not_adopted')
  const agreed = flowCount(flow, 'agreed')
  if (n === 0) return 'No idea has been left out so far'
  return `${count(agreed)} of ${many(n, 'idea', 'ideas')} that ${verb(n, 'was', 'were')} not adopted ${verb(agreed, 'is', 'are')} being offered again`
}

/** The flow in two sentences, for readers who do not see the chart. */
export function flowSummary(flow: Flow): string {
  const at = (id: string) => flowCount(flow, id)
  if (at('submitted') === 0) return 'There are no results to show yet.'
  const open = at('undecided') + at('in_sift')
  const first = `Of ${many(at('submitted'), 'idea', 'ideas')} ${at('funded')} ${verb(at('funded'), 'was', 'were')} funded and ${at('not_adopted')} not adopted${open > 0 ? `; ${open} ${verb(open, 'is', 'are')} not decided yet` : ''}.`
  if (at('agreed') === 0) return first
  return `${first} Of those not adopted, ${at('agreed')} ${verb(at('agreed'), 'is', 'are')} offered again: ${at('adopted_elsewhere')} adopted elsewhere, ${at('introduced')} in talks, ${at('waiting')} waiting.`
}

/** What the commonest reason comes to: "The commonest reason, portfolio, never speaks against another buyer". */
export function reasonsTitle(reasons: ReasonRow[], place: string): string {
  const [first] = reasons
  if (!first) return 'No reason has been recorded yet'
  if (first.code === 'portfolio') return 'The commonest reason never speaks against another buyer'
  if (first.code === 'unknown') return 'Most often no reason was given'
  if (first.no_longer === 0) return `The commonest reason, ${first.code}, still holds for every open need in ${place}`
  return `The commonest reason, ${first.code}, no longer holds for ${first.no_longer} of ${many(first.ideas, 'idea', 'ideas')}`
}

/** How often a reason no longer holds, as the table says it. */
export function noLongerWords({ code, ideas, no_longer }: ReasonRow): string {
  if (code === 'portfolio') return 'Always, for another buyer'
  return code === 'unknown' ? 'Never assumed' : `${count(no_longer)} of ${count(ideas)}`
}

/** "Decisions from 14 March 2025 to 3 October 2025". */
export const decidedWords = (first: string | null, last: string | null): string =>
  first === null || last === null
    ? 'No decision has a date'
    : first === last
      ? `Decisions of ${day(first)}`
      : `Decisions from ${day(first)} to ${day(last)}`

/** The foot of the page. */
export function chancesNotInHere(flow: Flow, withdrawn: number, shown: { ready: number; askFirst: number }): string {
  const silent = flowCount(flow, 'not_asked')
  const parts = [
    silent > 0
      ? `${many(silent, 'idea', 'ideas')} whose owner was not asked or has not answered (shown as a count only)`
      : null,
    withdrawn > 0 ? `${many(withdrawn, 'idea', 'ideas')} withdrawn by the owner` : null,
    shown.ready >= 50 || shown.askFirst >= 50 ? 'matches beyond the first 50 of each list' : null,
    'ideas for which a recorded reason still holds',
    'programmes that gave no results to any hub',
  ]
  return `${parts.filter(part => part !== null).join('; ')}. A match is information, not invitation.`
}
