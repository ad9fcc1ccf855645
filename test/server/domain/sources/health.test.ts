import { describe, expect, it } from 'vitest'
import { span, stateNow, usualBand } from '../../../../server/domain/sources/health.js'

const HOUR = 3_600_000
const now = Date.parse('2026-11-24T10:00:00Z')

describe('the state of a source', () => {
  const ok = { state: 'ok' as const, reason: null, lastSuccess: now - 30 * HOUR, expectedEvery: 86_400 }

  it('is late after one and a half of its rhythm', () => {
    expect(stateNow(ok, now)).toEqual({ state: 'ok', reason: null })
    expect(stateNow({ ...ok, lastSuccess: now - 36 * HOUR }, now).state).toBe('ok')
    expect(stateNow({ ...ok, lastSuccess: now - 72 * HOUR }, now)).toEqual({
      state: 'late',
      reason: 'Expected every 1 day, silent for 3 days.',
    })
    expect(stateNow({ ...ok, lastSuccess: null }, now).state).toBe('late')
  })

  it('is never late when nobody knows when the next comes', () => {
    expect(stateNow({ ...ok, expectedEvery: null, lastSuccess: 0 }, now).state).toBe('ok')
  })

  it('stays what the last pull found, however long ago', () => {
    for (const state of ['failing', 'thin', 'stopped'] as const) {
      expect(stateNow({ ...ok, state, reason: 'Answers 503.', lastSuccess: 0 }, now)).toEqual({
        state,
        reason: 'Answers 503.',
      })
    }
  })
})

describe('the usual band', () => {
  it('lies round the median of the last eight complete pulls', () => {
    expect(usualBand([9, 100, 120, 80, 110, 90, 100, 100, 100], 'notices')).toEqual({ low: 50, high: 300 })
    expect(usualBand([1000, 1000, 1002], 'register')).toEqual({ low: 950, high: 3000 })
    expect(usualBand([3, 4, 6, 7], 'notices')).toEqual({ low: 3, high: 15 })
  })

  it('is not known from fewer than three', () => {
    expect(usualBand([100, 100], 'notices')).toBeNull()
  })
})

describe('a length of time', () => {
  it('is told in its largest unit', () => {
    expect([20, 60, 3_600, 7_200, 86_400, 259_200].map(span)).toEqual([
      '1 minute',
      '1 minute',
      '1 hour',
      '2 hours',
      '1 day',
      '3 days',
    ])
  })
})
