import { describe, expect, it } from 'vitest'
import { pathOf } from '../../../../server/features/needs/need-view.js'
import type { NeedListCounts } from '../../../../server/features/needs/needs.read-model.js'
import type { NeedListQuery } from '../../../../server/features/needs/needs.schemas.js'
import {
  eventWords,
  listHeadline,
  listLede,
  listNotInHere,
  warningsOf,
} from '../../../../server/features/needs/needs.words.js'

const query: NeedListQuery = { state: 'open', origin: 'any', age: 'current', supply: 'any', sort: 'newest', limit: 50 }
const counts = (wish: Partial<NeedListCounts> = {}): NeedListCounts => ({
  total: 0,
  stale: 0,
  none: 0,
  thin: 0,
  not_assessed: 0,
  closing: 0,
  ...wish,
})

describe('the head of the list of needs', () => {
  const head = (wish: Partial<NeedListCounts>, filters: Partial<NeedListQuery> = {}) =>
    listHeadline(counts(wish), { ...query, ...filters }, 'County Durham')

  it('is right for none, one and many', () => {
    expect(head({})).toBe('No open need here yet.')
    expect(head({ total: 1 })).toBe('One open need in County Durham.')
    expect(head({ total: 1, none: 1 })).toBe('One open need in County Durham, with nobody in reach.')
    expect(head({ total: 9, none: 1 })).toBe('Nine open needs in County Durham. One has nobody in reach.')
    expect(head({ total: 214, none: 38 })).toBe('214 open needs in County Durham. 38 have nobody in reach.')
  })

  it('names what was asked for', () => {
    expect(head({ total: 3 }, { age: 'stale' })).toBe('Three stale open needs in County Durham.')
    expect(head({ total: 2, none: 2 }, { state: 'closed' })).toBe('Two closed needs in County Durham.')
    expect(head({}, { q: 'falls' })).toBe('No need fits these filters in County Durham.')
    expect(listHeadline(counts({ total: 2 }), { ...query, state: 'any' }, null)).toBe('Two needs.')
  })

  it('goes on with what is urgent, thin or not said, and with why it is empty', () => {
    expect(listLede(counts({ total: 9, closing: 1, thin: 2, not_assessed: 1 }), query)).toBe(
      'One closes within two weeks. Two have only one or two organisations in reach. One has not been assessed.',
    )
    expect(listLede(counts({ stale: 1 }), query)).toBe(
      'One need is stale and not shown: closing date passed, or not confirmed for twelve months.',
    )
    expect(listLede(counts(), { ...query, supply: 'none' })).toBe('Widen one of the filters above.')
  })

  it('ends with what is not in it', () => {
    expect(listNotInHere(counts())).toBe('drafts of other hubs; notices that state no need.')
    expect(listNotInHere(counts({ stale: 1 }))).toMatch(/^1 stale need \(/)
  })
})

describe('what a reader of a need is warned of', () => {
  const need = {
    origin: 'entered',
    stale: false,
    closes_at: null,
    solutionWords: [],
    noticeWarnings: [],
    today: '2026-11-24',
  } as const

  it('is nothing where nothing is amiss', () => {
    expect(warningsOf({ ...need, solutionWords: [], noticeWarnings: [] })).toEqual([])
  })

  it('is why it is stale, and words that name a solution, each once', () => {
    const closed = {
      ...need,
      stale: true,
      closes_at: new Date('2026-11-23T12:00:00Z'),
      solutionWords: [],
      noticeWarnings: [],
    }
    expect(warningsOf(closed)[0]).toMatch(/^Stale: the closing date has passed/)
    expect(warningsOf({ ...closed, closes_at: null })[0]).toMatch(/^Stale: nobody has confirmed it/)
    expect(warningsOf({ ...need, solutionWords: ['app', 'sensor', 'app'], noticeWarnings: ['No value.'] })).toEqual([
      'Solution language: the text names “app”, “sensor”. Nothing was removed. Matches use the outcome, so organisations without it are not left out.',
      'No value.',
    ])
  })
})

describe('the events of a need', () => {
  const event = { at: new Date(0), before: null, after: null, reason: null }

  it('say what moved from where to where', () => {
    expect(
      eventWords({ ...event, kind: 'deadline', before: '2026-12-04 17:00:00+00', after: '2026-12-18 17:00:00+00' }),
    ).toBe('Deadline moved from 4 December 2026 to 18 December 2026')
    expect(eventWords({ ...event, kind: 'deadline', after: '2026-12-18' })).toBe('Deadline set to 18 December 2026')
    expect(eventWords({ ...event, kind: 'deadline', before: '2026-12-18' })).toBe(
      'Deadline taken away (it was 18 December 2026)',
    )
    expect(eventWords({ ...event, kind: 'money', before: '50000', after: '120000', reason: 'New notice' })).toBe(
      'Money moved from £50,000 to £120,000: New notice',
    )
    expect(eventWords({ ...event, kind: 'state', before: 'open', after: 'in_challenge' })).toBe('In a challenge')
    expect(eventWords({ ...event, kind: 'claimed_by_hub', after: 'Made hub' })).toBe('Claimed by hub: Made hub')
  })
})

describe('the path of a need', () => {
  const path = (need: Parameters<typeof pathOf>[0], events: Parameters<typeof pathOf>[1] = []) =>
    pathOf(need, events).map(step => `${step.state} ${step.when}`)

  it('skips what a harvested need never was, and a challenge that never cited it', () => {
    expect(path({ state: 'in_procurement', origin: 'harvested', challenge_id: null })).toEqual([
      'draft skipped',
      'submitted skipped',
      'open done',
      'in_challenge skipped',
      'in_procurement now',
      'met to_come',
    ])
    expect(
      path({ state: 'met', origin: 'entered', challenge_id: null }, [{ kind: 'state', after: 'in_challenge' }]),
    ).toEqual(['draft done', 'submitted done', 'open done', 'in_challenge done', 'in_procurement skipped', 'met now'])
  })

  it('ends where the need ended', () => {
    expect(path({ state: 'closed_unmet', origin: 'entered', challenge_id: null }).at(-1)).toBe('closed_unmet now')
  })
})
