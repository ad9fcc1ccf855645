import { describe, expect, it } from 'vitest'
import {
  isPresent,
  locationQuotient,
  quotientInterval,
  quotientWord,
  symmetricQuotient,
} from '../../../../server/domain/economy/location-quotient.js'

describe('the location quotient', () => {
  it('compares a share here with the share in the reference area', () => {
    // 30 of 100 here, 150 of 1,000 there: 0.3 / 0.15.
    expect(locationQuotient({ here: 30, allHere: 100, reference: 150, allReference: 1000 })).toEqual({
      value: 2,
      reason: null,
    })
  })

  it('tells nothing here from nothing to compare', () => {
    expect(locationQuotient({ here: 0, allHere: 100, reference: 150, allReference: 1000 }).value).toBe(0)
    expect(locationQuotient({ here: 0, allHere: 0, reference: 150, allReference: 1000 })).toEqual({
      value: null,
      reason: 'No company here has an industry.',
    })
    expect(locationQuotient({ here: 0, allHere: 100, reference: 0, allReference: 1000 })).toEqual({
      value: null,
      reason: 'No company of this industry in the reference area.',
    })
  })

  it('refuses a reference area that does not contain the place', () => {
    const cells = { here: 30, allHere: 100, reference: 20, allReference: 1000 }
    expect(() => locationQuotient(cells)).toThrow('The reference area must contain the place')
  })

  it('does not change when every cell doubles', () => {
    const cells = { here: 17, allHere: 90, reference: 140, allReference: 1100 }
    const doubled = { here: 34, allHere: 180, reference: 280, allReference: 2200 }
    expect(locationQuotient(doubled)).toEqual(locationQuotient(cells))
  })

  it('has an interval that narrows with the number of companies behind it', () => {
    // Worked by hand: sqrt(1/20 - 1/14,565 + 1/1,973 - 1/2,859,535) = 0.22458; 1.9901 times and over exp(0.44018).
    const few = quotientInterval({ here: 20, allHere: 14_565, reference: 1_973, allReference: 2_859_535 })
    expect(few?.low).toBeCloseTo(1.28, 2)
    expect(few?.high).toBeCloseTo(3.09, 2)
    const many = quotientInterval({ here: 100, allHere: 14_565, reference: 9_866, allReference: 2_859_535 })
    expect(many?.low).toBeCloseTo(1.64, 2)
    expect(many?.high).toBeCloseTo(2.42, 2)
    expect(quotientInterval({ here: 0, allHere: 100, reference: 150, allReference: 1000 })).toBeNull()
  })

  it('counts exactly 1 as present, and has words for its bands', () => {
    expect([isPresent(1), isPresent(1 - 1e-13), isPresent(0.999)]).toEqual([true, true, false])
    expect([symmetricQuotient(3), symmetricQuotient(1), symmetricQuotient(0)]).toEqual([0.5, 0, -1])
    expect([1.51, 1.5, 1.26, 1.25, 0.75, 0.74].map(quotientWord)).toEqual([
      'highly specialised',
      'specialised',
      'specialised',
      'ordinary',
      'ordinary',
      'less than its share',
    ])
  })
})
