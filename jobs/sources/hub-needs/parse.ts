import type { Parsed, SourceDocument } from '../source.js'
import { type Headings, type Row, readTable, UnreadableCell } from '../table.js'
import { withoutContacts } from '../text.js'

export const NEED_STATES = [
  'draft',
  'submitted',
  'open',
  'in_challenge',
  'in_procurement',
  'met',
  'closed_unmet',
  'withdrawn',
] as const

/** An answer that a need rests on: response id and number of the question. */
export interface EvidenceRef {
  response: string
  question: number
  stance: 'supports' | 'opposes'
}

/** A need as a hub entered it or promoted it out of a consultation. Money in pounds, days YYYY-MM-DD. */
export interface HubNeed {
  position: string
  ref: string
  origin: 'entered' | 'consulted'
  state: (typeof NEED_STATES)[number]
  title: string
  description: string
  outcome: string | null
  outcomeMeasure: string | null
  baseline: string | null
  affectedGroup: string | null
  affectedCount: number | null
  localityCode: string
  placeText: string | null
  owner: string | null
  stage: string | null
  moneyFirstPhase: number | null
  moneyTotal: number | null
  moneyNote: string | null
  openedOn: string | null
  closesAt: string | null
  confirmedOn: string | null
  maturityFrom: number | null
  maturityTo: number | null
  paysFeasibility: boolean | null
  smallerLots: boolean | null
  existingService: boolean | null
  eligibility: Record<string, unknown> | null
  sharedWithHubs: boolean
  solutionLanguage: { text: string; start: number; end: number }[]
  evidence: EvidenceRef[]
}

const HEADINGS: Headings = {
  reference: ['id', 'need'],
  origin: [],
  state: ['status'],
  title: ['name'],
  description: ['need in words', 'text'],
  outcome: ['outcome wanted'],
  outcome_measure: ['measure'],
  baseline: [],
  affected_group: ['for whom', 'who is affected'],
  affected_count: ['how many people'],
  locality_code: ['gss code', 'place code'],
  place: ['where'],
  owner: ['team', 'department'],
  stage: [],
  money_first_phase: ['first phase'],
  money_total: ['budget', 'money'],
  money_note: [],
  opened_on: ['opened'],
  closes_on: ['answers until', 'deadline'],
  confirmed_on: ['confirmed'],
  maturity_from: [],
  maturity_to: [],
  pays_feasibility: [],
  smaller_lots: [],
  existing_service: [],
  eligibility: [],
  shared_with_hubs: ['shared'],
  solution_words: [],
  evidence: ['responses for'],
  evidence_against: ['responses against'],
}

/** Needs of one hub. A published need without an outcome is refused: the outcome is what a need is. */
export function parse(document: SourceDocument): Generator<Parsed<HubNeed>> {
  const required = ['reference', 'title', 'description', 'locality_code']
  return readTable(document, { headings: HEADINGS, required, what: 'a list of needs' }, readNeed)
}

function readNeed(row: Row): HubNeed {
  const state = row.text('state') === null ? 'open' : row.oneOf('state', NEED_STATES)
  const outcome = row.text('outcome')
  if (outcome === null && state !== 'draft')
    throw new UnreadableCell('"outcome" is empty: a need can only be published with the change that is wanted.')
  const description = withoutContacts(row.need('description'))
  return {
    position: row.position,
    ref: row.need('reference'),
    origin: row.text('origin') === null ? 'entered' : row.oneOf('origin', ['entered', 'consulted']),
    state,
    title: row.need('title'),
    description,
    outcome,
    outcomeMeasure: row.text('outcome_measure'),
    baseline: row.text('baseline'),
    affectedGroup: row.text('affected_group'),
    affectedCount: row.whole('affected_count'),
    localityCode: row.need('locality_code').toUpperCase(),
    placeText: row.text('place'),
    owner: row.text('owner'),
    stage: row.text('stage'),
    moneyFirstPhase: row.number('money_first_phase'),
    moneyTotal: row.number('money_total'),
    moneyNote: row.text('money_note'),
    openedOn: row.day('opened_on'),
    closesAt: row.deadline('closes_on'),
    confirmedOn: row.day('confirmed_on'),
    ...maturity(row),
    paysFeasibility: row.yesNo('pays_feasibility'),
    smallerLots: row.yesNo('smaller_lots'),
    existingService: row.yesNo('existing_service'),
    eligibility: row.json('eligibility'),
    sharedWithHubs: row.yesNo('shared_with_hubs') ?? false,
    solutionLanguage: row.list('solution_words').flatMap(words => spanOf(words, description)),
    evidence: [...evidence(row, 'evidence', 'supports'), ...evidence(row, 'evidence_against', 'opposes')],
  }
}

function maturity(row: Row): { maturityFrom: number | null; maturityTo: number | null } {
  const from = row.whole('maturity_from')
  const to = row.whole('maturity_to')
  const outside = [from, to].some(level => level !== null && (level < 1 || level > 9))
  if (outside || (from !== null && to !== null && from > to))
    throw new UnreadableCell(`"maturity_from" to "maturity_to" is ${from} to ${to}; levels go from 1 to 9.`)
  return { maturityFrom: from, maturityTo: to }
}

function spanOf(words: string, description: string): HubNeed['solutionLanguage'] {
  const start = description.toLowerCase().indexOf(words.toLowerCase())
  return start < 0 ? [] : [{ text: description.slice(start, start + words.length), start, end: start + words.length }]
}

/** "DAL-0012#1; DAL-0044#2"; without a number the first question is meant. */
function evidence(row: Row, field: string, stance: EvidenceRef['stance']): EvidenceRef[] {
  return row.list(field).map(entry => {
    const parts = /^([^#\s]+)(?:#(\d{1,2}))?$/.exec(entry)
    if (!parts) throw new UnreadableCell(`"${field}" holds "${entry.slice(0, 40)}", which is no response id.`)
    return { response: parts[1]!, question: Number(parts[2] ?? 1), stance }
  })
}
