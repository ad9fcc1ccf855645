import type { Panel } from '../../http/panel.schemas.js'
import type { Place } from '../places/places.read-model.js'
import type { EconomyQuery } from './economy.schemas.js'

const QUESTIONS = {
  industries: 'Which industries does the place hold more or less of?',
  flows: 'Do more companies start than leave?',
  pyramid: 'How old are the companies?',
}

/** A panel for a place of which no register holds a company: why, and what to do. */
export function emptyPanel(place: Place, query: EconomyQuery, id: keyof typeof QUESTIONS): Panel {
  return {
    id,
    title: `No companies of ${place.name} are held yet`,
    question: QUESTIONS[id],
    basis: 'Companies by registered office, live on the register',
    reference: null,
    vintage: null,
    computed_at: place.now,
    formula_id: 'none',
    filters: { place: place.code, against: query.against, level: query.level, agents: query.agents },
    columns: [],
    data: {},
    summary: `No pulled register has a company with its office in ${place.name}. Pull the company register, or choose another place.`,
    source: 'No source yet',
    n: 0,
    excluded: [],
    notes: [],
    breaks: [],
    quality: 'empty',
    next_update: null,
  }
}
