import { describe, expect, it } from 'vitest'
import { ageInYears, pyramid } from '../../../../server/domain/economy/age.js'
import { sharesDiffer } from '../../../../server/domain/economy/shares.js'

describe('the age of a company', () => {
  it('is in whole years at the stated day', () => {
    expect(ageInYears('2016-11-01', '2026-11-01')).toBe(10)
    expect(ageInYears('2016-11-02', '2026-11-01')).toBe(9)
    expect(ageInYears('2026-11-01', '2026-11-01')).toBe(0)
  })

  it('is not known when the register dates it after the stated day', () => {
    expect(ageInYears('2026-11-02', '2026-11-01')).toBeNull()
  })
})

describe('the pyramid of ages', () => {
  it('puts every company in one band, the unknown in a bar of its own', () => {
    const found = pyramid([
      { age: 0, here: 1, reference: 10 },
      { age: 2, here: 1, reference: 10 },
      { age: 4, here: 2, reference: 10 },
      { age: 9, here: 1, reference: 10 },
      { age: 10, here: 2, reference: 10 },
      { age: 57, here: 2, reference: 30 },
      { age: null, here: 1, reference: 20 },
    ])
    expect(found.rows.map(r => [r.label, r.here, r.shareHere, r.reference, r.shareReference])).toEqual([
      ['Under 1', 1, 0.1, 10, 0.1],
      ['1', 0, 0, 0, 0],
      ['2', 1, 0.1, 10, 0.1],
      ['3 to 4', 2, 0.2, 10, 0.1],
      ['5 to 9', 1, 0.1, 10, 0.1],
      ['10 to 19', 2, 0.2, 10, 0.1],
      ['20 and over', 2, 0.2, 30, 0.3],
      ['Unknown', 1, 0.1, 20, 0.2],
    ])
    expect([found.n, found.nReference, found.tenHere, found.tenReference]).toEqual([10, 100, 0.4, 0.4])
  })

  it('has shares of 0, not of nothing, when there is no company', () => {
    expect(pyramid([]).rows.every(row => row.shareHere === 0 && row.shareReference === 0)).toBe(true)
  })
})

describe('two shares', () => {
  it('differ beyond chance only with enough companies behind them', () => {
    // z = 0.1 / sqrt(0.35 * 0.65 * 2 / n): 1.48 for n = 100, 4.69 for n = 1,000.
    expect(sharesDiffer({ share: 0.4, n: 100 }, { share: 0.3, n: 100 })).toBe(false)
    expect(sharesDiffer({ share: 0.4, n: 1000 }, { share: 0.3, n: 1000 })).toBe(true)
    expect(sharesDiffer({ share: 0, n: 100 }, { share: 0, n: 100 })).toBe(false)
    expect(sharesDiffer({ share: 0.4, n: 0 }, { share: 0.3, n: 100 })).toBe(false)
  })
})
