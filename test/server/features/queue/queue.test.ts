import { describe, expect, it } from 'vitest'
import { arrangeQueue } from '../../../../server/features/queue/queue.groups.js'
import type { QueueMatchRow, QueueRows } from '../../../../server/features/queue/queue.read-model.js'
import { queueHeadline } from '../../../../server/features/queue/queue.words.js'

const row = (match_id: string, wish: Partial<QueueMatchRow> = {}): QueueMatchRow => ({
  match_id,
  kind: 'match',
  label: 'strong',
  score: 1,
  need_title: 'Made need',
  due: null,
  name: match_id,
  tier: null,
  reasons: [],
  eligible: true,
  feedback_id: null,
  verdict: null,
  answered_today: null,
  ...wish,
})

const rows = (...matches: QueueMatchRow[]): QueueRows => ({
  place: { code: 'X', name: 'Made place', today: '2026-11-24', now: new Date('2026-11-24T09:00:00Z') },
  matches,
  checks: [],
  postponed: 0,
})
const ask = { within: 'any', sort: 'due', at_most: '15' } as const
const times = (n: number, wish: Partial<QueueMatchRow> = {}) =>
  Array.from({ length: n }, (_, i) => row(`${wish.kind ?? 'match'}-${i}`, wish))
const size = (found: ReturnType<typeof arrangeQueue>, key: string) =>
  found.groups.find(group => group.key === key)?.items.length ?? 0

describe('the ceiling of the queue', () => {
  it('keeps a third for ideas, and what ideas do not use goes to organisations', () => {
    const both = arrangeQueue(rows(...times(20), ...times(20, { kind: 'second_chance' })), ask)
    expect([size(both, 'later'), size(both, 're_offer'), both.waiting]).toEqual([10, 5, 25])
    const few = arrangeQueue(rows(...times(20), ...times(2, { kind: 'second_chance' })), ask)
    expect([size(few, 'later'), size(few, 're_offer'), few.waiting]).toEqual([13, 2, 7])
    const ideas = arrangeQueue(rows(...times(2), ...times(20, { kind: 'second_chance' })), ask)
    expect([size(ideas, 'later'), size(ideas, 're_offer')]).toEqual([2, 13])
  })

  it('counts what was answered since Monday', () => {
    const answered = row('done', { verdict: 'fit', feedback_id: 'f', answered_today: true })
    const earlier = row('earlier', { verdict: 'fit', feedback_id: 'g', answered_today: false })
    const found = arrangeQueue(rows(answered, earlier, ...times(20)), ask)
    expect([size(found, 'later'), size(found, 'done'), found.done]).toEqual([13, 1, 1])
  })

  it('is due within seven days, the seventh included', () => {
    const found = arrangeQueue(rows(row('a', { due: '2026-12-01' }), row('b', { due: '2026-12-02' })), ask)
    expect([size(found, 'due'), size(found, 'later')]).toEqual([1, 1])
  })
})

describe('the head of the queue', () => {
  const head = (done: number, total: number, dueThisWeek: number) =>
    queueHeadline({ done, total, dueThisWeek, waiting: 0, outside: 0 })

  it('is right for none, one and many', () => {
    expect(head(0, 0, 0)).toBe('Nothing waits for you here.')
    expect(head(1, 1, 0)).toBe('Nothing is left. One is done today.')
    expect(head(3, 3, 0)).toBe('Nothing is left. Three are done today.')
    expect(head(0, 1, 1)).toBe('One thing waits for you, and it is due this week.')
    expect(head(0, 1, 0)).toBe('One thing waits for you. It is not due this week.')
    expect(head(0, 2, 0)).toBe('Two things wait for you. None is due this week.')
    expect(head(0, 14, 3)).toBe('14 things wait for you. Three are due this week.')
  })
})
