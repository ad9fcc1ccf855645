import { count, day, many, percent } from '../../domain/economy/figures.js'
import type { Panel } from '../../http/panel.schemas.js'
import type { Place } from '../places/places.read-model.js'
import type { EconomyQuery } from './economy.schemas.js'
import { type Register, type RegisterFacts, SHARED_ADDRESS } from './register.read-model.js'

/** Fewest companies behind a panel. Below it the panel says so and shows no value. */
export const FEWEST_COMPANIES = 10

/** What all panels of one request share. */
export interface PanelContext {
  place: Place
  query: EconomyQuery
  register: Register
  facts: RegisterFacts
  /** The reference area as it stands in a sentence: "the North East", "all companies held". */
  reference: string
  /** Why another reference area stands in for the one asked for, or null. */
  substituted: string | null
}

/** The members that describe where a panel's figures come from, in the same words on every panel. */
export function frameOf(
  context: PanelContext,
  about: { id: string; question: string; formula: string; reference: boolean },
): Omit<Panel, 'title' | 'columns' | 'data' | 'summary' | 'n' | 'quality'> {
  const { place, register, facts, query } = context
  return {
    id: about.id,
    question: about.question,
    basis: 'Companies by registered office, live on the register',
    reference: about.reference ? context.reference : null,
    vintage: register.dataOf,
    computed_at: place.now,
    formula_id: about.formula,
    filters: { place: place.code, against: query.against, level: query.level, agents: query.agents },
    source: sourceOf(register),
    excluded: excludedOf(context),
    notes: [
      officeNote(facts),
      ...(about.reference && context.substituted ? [context.substituted] : []),
      ...(register.demonstration ? ['Demonstration data: every company is invented.'] : []),
    ],
    breaks: [],
    next_update: null,
  }
}

export const sourceOf = (register: Register): string =>
  `${register.name}, ${day(register.dataOf)}. ${register.attribution}`.trim()

/** The registered office is not where a firm works: how many addresses make that doubtful stands as a number. */
function officeNote({ live, shared, agents }: RegisterFacts): string {
  const share = live === 0 ? '' : ` (${percent(shared / live)})`
  return `A registered office is not always where a company works: ${count(shared)} of ${many(live, 'company', 'companies')} here${share} ${shared === 1 ? 'is' : 'are'} at addresses that ${SHARED_ADDRESS} or more share, ${count(agents)} of them at registration agents.`
}

function excludedOf({ facts, query }: PanelContext): Panel['excluded'] {
  const left = [
    { reason: 'In liquidation or administration', n: facts.insolvent },
    { reason: 'From another register', n: facts.otherRegisters },
  ]
  if (query.agents === 'without') {
    left.unshift({ reason: `At addresses that ${SHARED_ADDRESS} or more companies share`, n: facts.shared })
  }
  return left.filter(({ n }) => n > 0)
}
