import type { Calendar } from './calendar.js'
import type { MadeConsultation, MadeResponse } from './consultation-files.js'
import { toCsv } from './csv.js'
import { placeCodes } from './geography.js'
import type { Random } from './random.js'
import { themes } from './texts/index.js'
import type { NeedText, PlaceKey, Theme } from './texts/theme.js'

const COLUMNS =
  'reference,origin,state,title,description,outcome,outcome_measure,baseline,affected_group,affected_count,locality_code,place,owner,stage,money_first_phase,money_total,money_note,opened_on,closes_on,confirmed_on,maturity_from,maturity_to,pays_feasibility,smaller_lots,existing_service,eligibility,shared_with_hubs,solution_words,evidence,evidence_against'.split(
    ',',
  )

const PREFIX: Readonly<Record<PlaceKey, string>> = {
  durham: 'DH',
  northumberland: 'NB',
  gateshead: 'GH',
  sunderland: 'SD',
  herefordshire: 'HF',
}

const NAMES: Readonly<Record<PlaceKey, string>> = {
  durham: 'County Durham',
  northumberland: 'Northumberland',
  gateshead: 'Gateshead',
  sunderland: 'Sunderland',
  herefordshire: 'Herefordshire',
}

const DEPARTMENTS: Readonly<Record<string, string>> = {
  'home-care': 'adult care',
  isolation: 'public health',
  dementia: 'adult care',
  carers: 'carers team',
  discharge: 'health partnership',
  'back-to-work': 'public health',
  minds: 'children’s services',
  transport: 'transport',
  roads: 'highways',
  'damp-homes': 'housing',
  'village-halls': 'communities and climate',
  skills: 'learning and skills',
  'youth-work': 'employability',
  manufacturing: 'business support',
  childcare: 'early years',
  flood: 'resilience',
  'town-centres': 'regeneration',
  reuse: 'waste',
  digital: 'customer services',
  food: 'public health',
  'sign-language': 'equalities',
}

/** Needs of one hub as its officers keep them in a spreadsheet, each with the ids of the answers it rests on. */
export function needsFile(
  place: PlaceKey,
  consultation: MadeConsultation | null,
  tools: { random: Random; calendar: Calendar },
): string {
  const needs = themes.flatMap(theme => theme.needs.filter(need => need.place === place).map(need => ({ need, theme })))
  const rows = needs.map(({ need, theme }, i) =>
    rowOf({ need, theme, reference: `${PREFIX[place]}-${String(i + 1).padStart(3, '0')}` }, consultation, tools),
  )
  return toCsv(COLUMNS, rows)
}

type Entry = { need: NeedText; theme: Theme; reference: string }

function rowOf(
  { need, theme, reference }: Entry,
  consultation: MadeConsultation | null,
  { random, calendar }: { random: Random; calendar: Calendar },
) {
  const own = random.branch(reference)
  const age = consultation && need.origin === 'consulted' ? own.whole(6, 44) : own.whole(4, 400)
  const said = need.origin === 'consulted' ? (consultation?.responses.filter(r => r.theme === theme.key) ?? []) : []
  const [first, total] = need.money ?? [null, null]
  return {
    reference,
    origin: need.origin,
    state: need.state ?? 'open',
    title: need.title,
    description: need.text,
    outcome: need.outcome,
    outcome_measure: need.measure,
    baseline: need.baseline,
    affected_group: need.group,
    affected_count: need.count,
    locality_code: placeCodes[need.place],
    place: need.where,
    owner: `${NAMES[need.place]} ${DEPARTMENTS[theme.key]}`,
    stage: own.pick(['Early talks', 'Early talks', 'First phase planned', 'Scoping']),
    money_first_phase: first,
    money_total: total,
    money_note: first === null && total === null ? 'Not stated' : (need.moneyNote ?? ''),
    opened_on: calendar.day(-age),
    closes_on: closingDay(need, own, calendar),
    confirmed_on: age > 380 ? '' : calendar.day(-own.whole(0, Math.min(age, 300))),
    maturity_from: need.maturity?.[0],
    maturity_to: need.maturity?.[1],
    pays_feasibility: yesNo(need.paysFeasibility ?? null),
    smaller_lots: yesNo(need.smallerLots ?? null),
    existing_service: yesNo(need.existingService ?? (own.chance(0.35) ? own.chance(0.25) : null)),
    eligibility: own.chance(0.1) ? JSON.stringify({ localities: [placeCodes[need.place]] }) : '',
    shared_with_hubs: yesNo(need.state === 'draft' ? false : own.chance(0.4)),
    solution_words: need.solutionWords?.join('; '),
    evidence: ids(said, false),
    evidence_against: ids(said, true),
  }
}

/** Half of the needs have a day until which answers are welcome; for a few it has passed. */
function closingDay(need: NeedText, own: Random, calendar: Calendar): string {
  const when = own.weighted({ none: 44, soon: 16, later: 34, passed: 6 })
  if (when === 'none' || need.state) return ''
  if (when === 'passed') return calendar.day(-own.whole(5, 60))
  return calendar.day(when === 'soon' ? own.whole(6, 28) : own.whole(29, 140))
}

const ids = (said: readonly MadeResponse[], against: boolean): string =>
  said
    .filter(response => response.against === against)
    .map(response => `${response.id}#${response.question}`)
    .join('; ')

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')
