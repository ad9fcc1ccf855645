import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPresent, locationQuotient } from '../../../../../server/domain/economy/location-quotient.js'
import { describeShared, sharedPath } from '../../../../setup/shared.js'

interface Case {
  id: string
  inputs: Record<string, number[][]>
  expected: { lq: number[][]; lq_binary: number[][] }
}

describeShared('reference/specialisation.json', 'the location quotient on published values', () => {
  const { cases } = JSON.parse(readFileSync(sharedPath('reference/specialisation.json'), 'utf8')) as { cases: Case[] }
  const matrices = cases.filter(c => c.expected?.lq !== undefined && Array.isArray(c.expected.lq))

  it.each(matrices.map(c => [c.id, c] as const))('%s: every cell', (_, { inputs, expected }) => {
    const matrix = Object.values(inputs).find(v => Array.isArray(v) && Array.isArray(v[0]))!
    const sum = (values: number[]): number => values.reduce((total, v) => total + v, 0)
    const all = sum(matrix.map(sum))
    for (const [r, row] of matrix.entries()) {
      for (const [c, here] of row.entries()) {
        const quotient = locationQuotient({
          here,
          allHere: sum(row),
          reference: sum(matrix.map(other => other[c]!)),
          allReference: all,
        }).value
        expect(quotient).toBeCloseTo(expected.lq[r]![c]!, 6)
        if (expected.lq_binary) expect(isPresent(quotient!)).toBe(expected.lq_binary[r]![c] === 1)
      }
    }
  })
})
