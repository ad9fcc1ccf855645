import { describe, expect, it } from 'vitest'
import {
  changedWords,
  changesBetween,
  type Material,
  materialVersion,
  versionAfter,
} from '../../../../server/domain/alerts/material.js'

const material = (wish: Partial<Material> = {}): Material => ({
  deadline: '2026-12-18',
  money: '£120,000',
  label: 'strong',
  state: 'open',
  askedAgain: null,
  ...wish,
})
const TODAY = '2026-11-24'

describe('what makes a thing news again', () => {
  it.each([
    [{ deadline: '2026-12-04' }],
    [{ money: null }],
    [{ label: 'possible' }],
    [{ state: 'in_procurement' }],
    [{ askedAgain: '2026-11-20' }],
  ] as const)('is each of its members: %j', wish => {
    expect(materialVersion('a', material(wish))).not.toBe(materialVersion('a', material()))
  })

  it('is nothing else: equal members of the same need are the same news', () => {
    expect(materialVersion('a', material())).toBe(materialVersion('a', { ...material() }))
    expect(materialVersion('a', material())).toMatch(/^[0-9a-f]{24}$/)
  })

  it('tells two needs of one idea apart', () => {
    expect(materialVersion('a', material())).not.toBe(materialVersion('b', material()))
  })

  it('counts from what was told last, so a value that comes back is news, and the same one always', () => {
    const [first, second] = [materialVersion('a', material()), materialVersion('a', material({ money: null }))]
    const told = versionAfter(first, second)
    expect(versionAfter(told, first)).not.toBe(first)
    expect(versionAfter(told, first)).toBe(versionAfter(told, first))
  })
})

describe('what changed, in words', () => {
  const words = (before: Partial<Material>, after: Partial<Material>): string | null =>
    changedWords(changesBetween(material(before), material(after)), TODAY)

  it.each([
    [{}, {}, null],
    [{ deadline: '2026-12-04' }, {}, 'Changed: deadline was 4 December, now 18 December.'],
    [{ deadline: null }, {}, 'Changed: deadline was none, now 18 December.'],
    [{}, { deadline: '2027-12-18' }, 'Changed: deadline was 18 December, now 18 December 2027.'],
    [{ money: null }, {}, 'Changed: value was not stated, now £120,000.'],
    [{ label: 'possible' }, {}, 'Changed: fit was possible, now strong.'],
    [{}, { state: 'in_challenge' }, 'Changed: state was open, now in a challenge.'],
    [{}, { askedAgain: '2026-11-17' }, 'Changed: you asked to see it again.'],
    [
      { deadline: '2026-12-04', money: '£84,000' },
      {},
      'Changed: deadline was 4 December, now 18 December; value was £84,000, now £120,000.',
    ],
  ])('from %j to %j', (before, after, expected) => {
    expect(words(before, after)).toBe(expected)
  })
})
