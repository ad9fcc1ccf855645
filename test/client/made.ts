import type { Match, Need } from '../../client/src/api/types.js'

/** A made match of a need and an organisation. */
export function madeMatch(over: Partial<Match> = {}): Match {
  return {
    id: 'm1',
    rank: 1,
    label: 'strong',
    need: {
      id: 'n1',
      reference: 'ND-0001',
      title: 'A made need',
      place: 'Made Dale',
      owner: 'Made Council',
      stage: 'Early talks',
      money: '£120,000',
      closes_at: '2026-12-18T17:00:00Z',
    },
    candidate: {
      kind: 'organisation',
      id: 'o1',
      name: 'MADE CARE LTD',
      owner: null,
      organisation_id: 'o1',
      meta: 'Made Town, 19 miles.',
      demonstration: true,
    },
    evidence: [
      {
        kind: 'words',
        need: { source: 'The need says', date: null, text: 'notice early', marks: [{ start: 0, end: 6, letter: 'a' }] },
        candidate: {
          source: 'Own statement',
          date: '2026-03-12',
          text: 'we see <b>early</b> signs',
          marks: [{ start: 3, end: 6, letter: 'a' }],
        },
      },
    ],
    against: ['Small.'],
    unknowns: [],
    would_change: null,
    distance_miles: 19,
    second_chance: null,
    parts: [],
    feedback: null,
    introduction: null,
    ...over,
  }
}

/** A made idea that was not adopted, with one reason and what it means now. */
export function madeSecondChance(verdict: 'bites' | 'no_longer_bites' | 'unknown' | 'unrecorded'): Match {
  return madeMatch({
    candidate: {
      kind: 'idea',
      id: 'i1',
      name: 'A made idea',
      owner: null,
      organisation_id: null,
      meta: 'Offered to a made challenge.',
      demonstration: false,
    },
    second_chance: {
      eligible: verdict === 'no_longer_bites',
      headline: '',
      challenge: 'A made challenge',
      decided_on: '2025-03-14',
      stage_reached: 'shortlisted',
      tier: 'teaser',
      reasons:
        verdict === 'unrecorded'
          ? []
          : [{ code: 'budget', quote: 'Too dear.', verdict, why: 'The money covers the price.' }],
    },
  })
}

/** A made need, open, with a baseline. */
export function madeNeed(over: Partial<Need> = {}): Need {
  return {
    id: 'n1',
    reference: 'ND-0001',
    title: 'A made need',
    origin: 'consulted',
    state: 'open',
    stale: false,
    place: 'Made Dale',
    owner: null,
    money: null,
    opened_on: '2026-11-02',
    closes_at: '2026-12-18T17:00:00Z',
    days_left: 24,
    demonstration: true,
    supply: null,
    description: 'Two made sentences. About a need.',
    outcome: 'Admissions fall from 41 to 32',
    outcome_measure: null,
    baseline: '41',
    affected_group: null,
    affected_count: 2300,
    stage: null,
    cpv: [],
    source: null,
    published_as: null,
    solution_language: [],
    warnings: [],
    path: [
      { state: 'draft', label: 'Draft', when: 'done' },
      { state: 'open', label: 'Open', when: 'now' },
      { state: 'in_challenge', label: 'In a challenge', when: 'skipped' },
      { state: 'met', label: 'Met', when: 'to_come' },
    ],
    voices: { total: 0, opposing: 0, shown: [] },
    priorities: [],
    events: [],
    ...over,
  }
}
