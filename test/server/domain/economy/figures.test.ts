import { describe, expect, it } from 'vitest'
import {
  countWord,
  day,
  listOf,
  many,
  month,
  percent,
  points,
  pounds,
} from '../../../../server/domain/economy/figures.js'

describe('figures in sentences', () => {
  it('write pounds with two or three digits', () => {
    expect(
      [0, 950, 172_400, 999_499, 999_600, 1_240_000, 24_600_000, 458_000_000, 999_600_000, 3_420_000_000].map(pounds),
    ).toEqual(['£0', '£950', '£172,000', '£999,000', '£1.0m', '£1.2m', '£25m', '£458m', '£1.0bn', '£3.4bn'])
    expect(pounds(-1_500_000)).toBe('−£1.5m')
  })

  it('write shares, points with their side, and counts', () => {
    expect([percent(0.108), percent(0.366, 0), percent(0)]).toEqual(['10.8%', '37%', '0.0%'])
    expect([points(0.084), points(-0.0624), points(0)]).toEqual(['+8.4 pp', '−6.2 pp', '0.0 pp'])
    expect([countWord(0), countWord(2), countWord(13), countWord(1400)]).toEqual(['No', 'Two', '13', '1,400'])
    expect([many(1, 'need', 'needs'), many(0, 'need', 'needs'), many(1204, 'need', 'needs')]).toEqual([
      '1 need',
      '0 needs',
      '1,204 needs',
    ])
  })

  it('write dates and lists in British', () => {
    expect([day('2026-04-03'), month('2026-09')]).toEqual(['3 April 2026', 'September 2026'])
    expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })
})
