import { moneyWords } from '../../domain/needs/words.js'
import type { Match } from '../matches/matches.schemas.js'
import type { NeedEventRow, NeedRecord, NeedRecordRow, PriorityRow } from './need-record.read-model.js'
import type { NeedRow } from './needs.read-model.js'
import type { MatchLine, Need, NeedList } from './needs.schemas.js'
import { eventWords, STATE_LABELS, warningsOf } from './needs.words.js'

/** A need as a list shows it. */
export function needListItemOf(row: NeedRow): NeedList['items'][number] {
  const { id, reference, title, origin, state, stale, place, owner, opened_on, days_left, demonstration, supply } = row
  return {
    id,
    reference,
    title,
    origin,
    state,
    stale,
    place,
    owner,
    money: moneyWords({
      firstPhase: row.money_first_phase,
      total: row.money_total,
      currency: row.money_currency,
      note: row.money_note,
    }),
    opened_on,
    closes_at: row.closes_at?.toISOString() ?? null,
    days_left,
    demonstration,
    supply: supply && {
      assessed: supply.assessed,
      strong: supply.strong,
      possible: supply.possible,
      in_reach: supply.in_reach,
      reach_miles: supply.reach_miles,
      second_chances: supply.second_chances,
      note: supply.note,
    },
  }
}

/** A need with everything on its page. */
export function needView({ need, voices, priorities, events }: NeedRecord): Need {
  const solution = solutionLanguage(need.solution_language)
  return {
    ...needListItemOf(need),
    description: need.description,
    outcome: need.outcome,
    outcome_measure: need.outcome_measure,
    baseline: need.baseline,
    affected_group: need.affected_group,
    affected_count: need.affected_count,
    stage: need.stage,
    cpv: need.cpv,
    source: sourceOf(need),
    published_as: publishedAs(need.quote),
    solution_language: solution,
    warnings: warningsOf({
      origin: need.origin,
      stale: need.stale,
      closes_at: need.closes_at,
      solutionWords: solution.map(part => part.text),
      noticeWarnings: need.notice_warnings ?? [],
      today: need.today,
    }),
    path: pathOf(need, events),
    voices: {
      total: voices[0]?.total ?? 0,
      opposing: voices[0]?.opposing ?? 0,
      shown: voices.map(({ quote, who, public_id, said_on, stance }) => ({ quote, who, public_id, said_on, stance })),
    },
    priorities: priorities.map(priorityView),
    events: events.map(event => ({ at: event.at.toISOString(), text: eventWords(event) })),
  }
}

const sourceOf = (need: NeedRecordRow): Need['source'] =>
  need.source_id === null
    ? null
    : {
        id: need.source_id,
        name: need.source_name ?? need.source_id,
        reference: need.source_reference,
        address: need.source_address,
        pulled_at: need.pulled_at?.toISOString() ?? null,
      }

/** The quoted sentence of a harvested need: {text, position} as its connector wrote it. */
function publishedAs(quote: unknown): Need['published_as'] {
  if (typeof quote !== 'object' || quote === null || !('text' in quote) || typeof quote.text !== 'string') return null
  const position = 'position' in quote && quote.position !== null ? String(quote.position) : 'not recorded'
  return { text: quote.text, position }
}

function solutionLanguage(value: unknown): Need['solution_language'] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (part: unknown): part is Need['solution_language'][number] =>
      typeof part === 'object' && part !== null && 'text' in part && 'start' in part && 'end' in part,
  )
}

const priorityView = ({ quotes, ...row }: PriorityRow): Need['priorities'][number] => ({
  ...row,
  quote: firstQuote(quotes),
})

function firstQuote(quotes: unknown): string {
  const first: unknown = Array.isArray(quotes) ? quotes[0] : null
  if (typeof first === 'string') return first
  if (typeof first !== 'object' || first === null) return ''
  const text = 'text' in first ? first.text : 'quote' in first ? first.quote : null
  return typeof text === 'string' ? text : ''
}

const PATH = ['draft', 'submitted', 'open', 'in_challenge', 'in_procurement', 'met'] as const

/** The states in order: done, now, to come, or skipped on the way. A need that ended elsewhere shows that end last. */
export function pathOf(
  need: Pick<NeedRecordRow, 'state' | 'origin' | 'challenge_id'>,
  events: Pick<NeedEventRow, 'kind' | 'after'>[],
): Need['path'] {
  const ended = need.state === 'closed_unmet' || need.state === 'withdrawn'
  const states = ended ? [...PATH.slice(0, -1), need.state] : [...PATH]
  const now = states.indexOf(need.state)
  const seen = new Set<string | null>(events.filter(event => event.kind === 'state').map(event => event.after))
  const passed = (state: string): boolean => {
    if (seen.has(state)) return true
    if (state === 'in_challenge') return need.challenge_id !== null
    if (state === 'draft' || state === 'submitted') return need.origin !== 'harvested'
    return state === 'open'
  }
  return states.map((state, i) => {
    const when = i === now ? 'now' : i > now ? 'to_come' : passed(state) ? 'done' : 'skipped'
    return { state, label: STATE_LABELS[state], when }
  })
}

/** A match as one line of the export: the number lives here and nowhere on a screen. */
export const matchLine = (match: Match): MatchLine => ({
  rank: match.rank,
  label: match.label,
  kind: match.candidate.kind,
  candidate: match.candidate.name,
  owner: match.candidate.owner,
  points: Math.round(10 * match.parts.reduce((sum, part) => sum + part.points, 0)) / 10,
  distance_miles: match.distance_miles,
  need_says: match.evidence.map(({ need }) => need.text).join(' | '),
  candidate_says: match.evidence.map(({ candidate }) => candidate.text).join(' | '),
  against: match.against.join(' | '),
  unknowns: match.unknowns.join(' | '),
})
