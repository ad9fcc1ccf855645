import { count, day, many } from '../../domain/economy/figures.js'
import { daysBetween, startCounted, startWords, upperFirst, verb } from '../../domain/needs/words.js'
import type { NeedEventRow } from './need-record.read-model.js'
import type { NeedListCounts, NeedRow } from './needs.read-model.js'
import type { NeedListQuery } from './needs.schemas.js'

export const STATE_LABELS: Record<NeedRow['state'], string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  open: 'Open',
  in_challenge: 'In a challenge',
  in_procurement: 'In procurement',
  met: 'Met',
  closed_unmet: 'Closed, not met',
  withdrawn: 'Withdrawn',
}

const STALE = 'closing date passed, or not confirmed for twelve months'

/** "120 open needs in County Durham. Nine have nobody in reach." */
export function listHeadline(counts: NeedListCounts, query: NeedListQuery, place: string | null): string {
  const where = place ? ` in ${place}` : ''
  const kind = [query.age === 'stale' ? 'stale' : null, query.state === 'any' ? null : query.state].filter(
    w => w !== null,
  )
  const noun = (n: number) => [...kind, verb(n, 'need', 'needs')].join(' ')
  if (counts.total === 0) return isFiltered(query) ? `No need fits these filters${where}.` : `No ${noun(1)} here yet.`
  const head = `${startWords(counts.total)} ${noun(counts.total)}${where}`
  if (query.state === 'closed' || counts.none === 0) return `${head}.`
  if (counts.total === 1) return `${head}, with nobody in reach.`
  return `${head}. ${startWords(counts.none)} ${verb(counts.none, 'has', 'have')} nobody in reach.`
}

/** At most three sentences: what is urgent, what is thin, what could not be said. */
export function listLede(counts: NeedListCounts, query: NeedListQuery): string {
  if (counts.total === 0) return emptyLede(counts, query)
  const parts = [
    counts.closing > 0
      ? `${startWords(counts.closing)} ${verb(counts.closing, 'closes', 'close')} within two weeks.`
      : null,
    counts.thin > 0
      ? `${startWords(counts.thin)} ${verb(counts.thin, 'has', 'have')} only one or two organisations in reach.`
      : null,
    counts.not_assessed > 0 && query.state !== 'closed'
      ? `${startWords(counts.not_assessed)} ${verb(counts.not_assessed, 'has', 'have')} not been assessed.`
      : null,
  ].filter(part => part !== null)
  return parts.join(' ')
}

function emptyLede(counts: NeedListCounts, query: NeedListQuery): string {
  if (counts.stale > 0) return `${startCounted(counts.stale, 'need is', 'needs are')} stale and not shown: ${STALE}.`
  if (isFiltered(query)) return 'Widen one of the filters above.'
  return 'Needs come from consultations, from what hubs enter and from published notices. Sources says when each publisher is asked next.'
}

const isFiltered = (query: NeedListQuery): boolean =>
  query.origin !== 'any' || query.supply !== 'any' || query.priority !== undefined || Boolean(query.q?.trim())

/** The foot of the list: every list says what is not in it. */
export function listNotInHere(counts: NeedListCounts): string {
  const stale = counts.stale > 0 ? `${many(counts.stale, 'stale need', 'stale needs')} (${STALE}); ` : ''
  return `${stale}drafts of other hubs; notices that state no need.`
}

/** What a reader of the need should know before using it. */
export function warningsOf(need: {
  origin: NeedRow['origin']
  stale: boolean
  closes_at: Date | null
  solutionWords: string[]
  noticeWarnings: string[]
  today: string
}): string[] {
  const passed = need.closes_at !== null && daysBetween(need.today, need.closes_at.toISOString().slice(0, 10)) < 0
  const warnings: (string | null)[] = [
    need.stale
      ? passed
        ? 'Stale: the closing date has passed. It is kept for the record and offered to nobody.'
        : 'Stale: nobody has confirmed it for twelve months. It is kept for the record and offered to nobody.'
      : null,
    solutionWarning(need.solutionWords),
    need.origin === 'harvested' ? 'As published. No hub has claimed this need, so it has no owner here.' : null,
    ...need.noticeWarnings,
  ]
  return warnings.filter(warning => warning !== null)
}

function solutionWarning(words: string[]): string | null {
  if (words.length === 0) return null
  const named = [...new Set(words)].map(word => `“${word}”`).join(', ')
  return `Solution language: the text names ${named}. Nothing was removed. Matches use the outcome, so organisations without it are not left out.`
}

/** One event of a need as its record shows it. */
export function eventWords(event: NeedEventRow): string {
  const because = event.reason ? `: ${event.reason}` : ''
  if (event.kind === 'state') return `${stateWords(event.after)}${because}`
  if (['deadline', 'closes_at'].includes(event.kind)) return `Deadline ${moved(event, value => day(value))}${because}`
  if (event.kind.startsWith('money'))
    return `Money ${moved(event, value => (Number.isNaN(Number(value)) ? value : `£${count(Number(value))}`))}${because}`
  return `${upperFirst(event.kind.replaceAll('_', ' '))}${event.after ? `: ${event.after}` : ''}${because}`
}

const stateWords = (state: string | null): string =>
  state && state in STATE_LABELS ? STATE_LABELS[state as NeedRow['state']] : 'Changed'

function moved({ before, after }: NeedEventRow, say: (value: string) => string): string {
  if (before && after) return `moved from ${say(before)} to ${say(after)}`
  if (after) return `set to ${say(after)}`
  return before ? `taken away (it was ${say(before)})` : 'changed'
}
