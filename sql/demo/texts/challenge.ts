import type { PlaceKey } from './theme.js'

/** A challenge of the demonstration: one problem with money and dates. Days count from the day it is told. */
export interface ChallengeText {
  ref: string
  programme: 'durham' | 'north-east' | 'rural'
  title: string
  problem: string
  sponsors: readonly string[]
  topics: readonly string[]
  place: PlaceKey | 'north-east'
  opens: number
  closes: number
  value: readonly [total: number, from: number, to: number]
  phase: string
  state: 'open_call' | 'assessment' | 'design' | 'prototype' | 'pilot' | 'closed'
  eligibility: string
}

export interface ReasonText {
  code:
    | 'portfolio'
    | 'budget'
    | 'scope'
    | 'readiness'
    | 'evidence'
    | 'capacity'
    | 'eligibility'
    | 'duplicate'
    | 'unknown'
  quote?: string
  gaps?: readonly string[]
  details?: Readonly<Record<string, unknown>>
}

/** An idea and how one submission of it ended. */
export interface IdeaText {
  ref: string
  challenge: string
  theme: string
  title: string
  teaser: string
  body: string
  price: number | null
  firstPhase?: number
  maturity: number | null
  size?: 'micro' | 'small' | 'medium' | 'large'
  partner?: boolean
  outcome: 'funded' | 'withdrawn' | 'ineligible' | 'sifted_out' | 'not_adopted'
  stage: string
  score?: number
  reasons?: readonly ReasonText[]
  /** The owner's yes to a second look, with what others may see. */
  consent?: 'title' | 'teaser' | 'full'
  /** Proof added after the decision, so many days ago, and the gap that it closes. */
  later?: readonly [daysAgo: number, statement: string, closes: string]
  afterwards?: 'introduced' | 'piloting' | 'adopted' | 'closed'
}

export const programmes = {
  durham: {
    name: 'Durham Open Challenge',
    operator: 'Durham demonstration hub',
    rules:
      'Small Business Research Initiative: phase 1 feasibility, phase 2 prototype; one idea may be sent again once.',
  },
  'north-east': {
    name: 'North East Better Streets Challenge',
    operator: 'North East demonstration hub',
    rules: 'Demonstrator grants after one sift and an interview; open to firms of any size with a site in the region.',
  },
  rural: {
    name: 'Rural Councils Challenge Exchange',
    operator: 'Herefordshire demonstration hub',
    rules: 'Councils state one problem each; feasibility, then a pilot with the council that asked.',
  },
} as const

const ANY = 'Any organisation that can trade in the United Kingdom; partners welcome.'

export const challenges: readonly ChallengeText[] = [
  {
    ref: 'DOC-01',
    programme: 'durham',
    title: 'Living alone, noticed in time',
    place: 'durham',
    problem:
      'Older people who live alone decline slowly and are found late. Nurses, carers and neighbours each see a part. We need ways to notice a person’s slow decline weeks sooner, without more visits and with the person’s own say over who is told.',
    sponsors: ['County Durham adult care', 'Durham health partnership'],
    topics: ['ageing', 'home care', 'early signs'],
    opens: -820,
    closes: -745,
    value: [240_000, 20_000, 60_000],
    phase: 'Phase 1 feasibility',
    state: 'pilot',
    eligibility: ANY,
  },
  {
    ref: 'DOC-02',
    programme: 'durham',
    title: 'Everyone within reach',
    place: 'durham',
    problem:
      'In the dales the bus has become a morning and an evening journey. Empty seats drive past people who wait. We look for ways to bring people to work, clinics and each other with vehicles that already travel.',
    sponsors: ['County Durham transport'],
    topics: ['rural transport', 'shared journeys'],
    opens: -640,
    closes: -570,
    value: [180_000, 15_000, 50_000],
    phase: 'Phase 1 feasibility',
    state: 'prototype',
    eligibility: ANY,
  },
  {
    ref: 'DOC-03',
    programme: 'durham',
    title: 'Dry, warm and fair',
    place: 'durham',
    problem:
      'Damp in old terraces makes children ill. Landlords, tenants and builders each wait for the other, and grants treat parts of a house. We need ways to find which homes are going damp, why, and what mends them for good.',
    sponsors: ['County Durham housing', 'Durham health partnership'],
    topics: ['damp', 'housing', 'health'],
    opens: -430,
    closes: -360,
    value: [200_000, 20_000, 50_000],
    phase: 'Phase 1 feasibility',
    state: 'design',
    eligibility: ANY,
  },
  {
    ref: 'DOC-04',
    programme: 'durham',
    title: 'Half an hour’s warning',
    place: 'durham',
    problem:
      'Becks and burns a few feet wide flood homes within half an hour of a cloudburst. They are on nobody’s list, signal is poor and batteries freeze. We need warning that reaches people beside the smallest streams in time to act.',
    sponsors: ['County Durham resilience', 'Three parish councils'],
    topics: ['flood', 'early warning', 'rural'],
    opens: -18,
    closes: 24,
    value: [150_000, 15_000, 40_000],
    phase: 'Phase 1 feasibility',
    state: 'open_call',
    eligibility: ANY,
  },
  {
    ref: 'NES-01',
    programme: 'north-east',
    title: 'Road defects seen first',
    place: 'north-east',
    problem:
      'Councils learn of a road defect from the claim. Inspectors cannot drive every lane in time, and residents report the same hole again and again without an answer. We need every road seen often enough, and every report answered.',
    sponsors: ['Four highway authorities'],
    topics: ['roads', 'sensing', 'maintenance'],
    opens: -720,
    closes: -650,
    value: [600_000, 50_000, 200_000],
    phase: 'Demonstrator',
    state: 'closed',
    eligibility: 'Organisations with a site in the North East.',
  },
  {
    ref: 'NES-02',
    programme: 'north-east',
    title: 'A reason to come to town',
    place: 'north-east',
    problem:
      'Shops stand empty and their upper floors are forgotten. Leases are long, owners far away, and beginners cannot risk their home. We look for ways to bring town centres back into daily use, for making, learning, mending and living.',
    sponsors: ['North East high streets partnership'],
    topics: ['town centres', 'empty shops', 'housing'],
    opens: -520,
    closes: -455,
    value: [300_000, 30_000, 90_000],
    phase: 'Demonstrator',
    state: 'closed',
    eligibility: 'Organisations with a site in the North East.',
  },
  {
    ref: 'RCX-01',
    programme: 'rural',
    title: 'Loneliness and rural isolation',
    place: 'herefordshire',
    problem:
      'Farms and hamlets along the border lie miles apart. Loneliness is highest among widowed people and farmers who see no one outside the family for weeks, and poor roads and lost buses make rural isolation worse. We are looking for ways in which people find companionship, and in which somebody would realise that they have gone quiet.',
    sponsors: ['Herefordshire public health'],
    topics: ['loneliness', 'rural isolation', 'companionship'],
    opens: -25,
    closes: 40,
    value: [160_000, 20_000, 50_000],
    phase: 'Feasibility',
    state: 'open_call',
    eligibility: ANY,
  },
  {
    ref: 'RCX-02',
    programme: 'rural',
    title: 'Halls that carry a village through winter',
    place: 'northumberland',
    problem:
      'The village hall is the last public room, and it is cold, dear and dark when the power fails. Committees of volunteers cannot study heating. We need halls to be warm when used, cheap when not, and alive in a storm.',
    sponsors: ['Northumberland communities', 'Herefordshire communities'],
    topics: ['village halls', 'energy', 'resilience'],
    opens: -600,
    closes: -540,
    value: [210_000, 20_000, 60_000],
    phase: 'Feasibility',
    state: 'pilot',
    eligibility: ANY,
  },
  {
    ref: 'RCX-03',
    programme: 'rural',
    title: 'Skills at the end of the bus line',
    place: 'northumberland',
    problem:
      'Young people in remote places choose what the bus can reach, not what they could become. Colleges are far, courses need eight in a room, and small firms cannot release a teacher. We look for ways in which a trade can be learned where people live.',
    sponsors: ['Northumberland learning and skills'],
    topics: ['skills', 'apprenticeships', 'rural'],
    opens: -330,
    closes: -270,
    value: [140_000, 15_000, 45_000],
    phase: 'Feasibility',
    state: 'closed',
    eligibility: 'Organisations that can start within three months.',
  },
]
