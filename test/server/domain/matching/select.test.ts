import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largest } from '../../../../server/domain/matching/select.js'

describe('the largest scores', () => {
  it('are those that sorting would give, equal ones in the order of the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2, max: 6 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (list, count) => {
          const sorted = list
            .map((score, place) => ({ score, place }))
            .filter(one => one.score > 0)
            .sort((a, b) => b.score - a.score || a.place - b.place)
          const expected = sorted.slice(0, count).map(one => one.place)
          expect(largest(Float64Array.from(list), count, { from: 0, to: list.length })).toEqual(expected)
        },
      ),
    )
  })

  it('are looked for within the range only', () => {
    expect(largest(Float64Array.from([9, 1, 2, 8]), 5, { from: 1, to: 3 })).toEqual([2, 1])
  })
})
