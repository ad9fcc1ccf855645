import { describe, expect, it } from 'vitest'
import { orthonormalise } from '../../../../server/domain/matching/orthonormal.js'

describe('orthonormal columns', () => {
  it('have length one and stand at right angles', () => {
    const matrix = { rows: 3, columns: 2, values: Float64Array.from([3, 1, 4, 2, 0, 5]) }
    orthonormalise(matrix)
    const column = (at: number) => [0, 1, 2].map(row => matrix.values[row * 2 + at]!)
    const product = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)
    expect(column(0).map(value => Number(value.toFixed(12)))).toEqual([0.6, 0.8, 0])
    expect(product(column(1), column(1))).toBeCloseTo(1, 12)
    expect(product(column(0), column(1))).toBeCloseTo(0, 12)
  })

  it('become zero where they only repeat an earlier one', () => {
    const matrix = { rows: 2, columns: 2, values: Float64Array.from([1, 2, 0, 0]) }
    orthonormalise(matrix)
    expect([...matrix.values]).toEqual([1, 0, 0, 0])
  })
})
