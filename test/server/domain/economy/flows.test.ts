import { describe, expect, it } from 'vitest'
import { monthlyFlows, monthsUntil } from '../../../../server/domain/economy/flows.js'

describe('the flows of a register', () => {
  const every = (months: string[], n: number) => new Map(months.map(m => [m, n]))
  const months = monthsUntil('2026-10', 36)

  it('cover 36 months that end with the last day of the data', () => {
    expect([months.length, months[0], months.at(-1)]).toEqual([36, '2023-11', '2026-10'])
    expect(monthsUntil('2026-01', 2)).toEqual(['2025-12', '2026-01'])
  })

  it('give a mean over twelve months, and none that holds a provisional or missing month', () => {
    const incorporated = every(months, 4).set('2026-08', 16)
    const rows = monthlyFlows({ until: '2026-10-31', incorporated, left: every(months, 1), leftKnownFrom: '2023-11' })
    expect(rows[10]).toMatchObject({ month: '2024-09', incorporatedMean: null, leftMean: null, provisional: false })
    expect(rows[11]).toMatchObject({
      month: '2024-10',
      incorporated: 4,
      left: 1,
      net: 3,
      incorporatedMean: 4,
      leftMean: 1,
    })
    expect(rows[33]).toMatchObject({ month: '2026-08', incorporated: 16, net: 15, incorporatedMean: 5, leftMean: 1 })
    expect(rows[34]).toMatchObject({ month: '2026-09', incorporatedMean: null, provisional: true })
    expect(rows[35]).toMatchObject({ month: '2026-10', incorporatedMean: null, provisional: true })
  })

  it('do not say 0 for months in which nobody could know who left', () => {
    const rows = monthlyFlows({
      until: '2026-10-31',
      incorporated: new Map(),
      left: new Map([['2026-02', 3]]),
      leftKnownFrom: '2026-02',
    })
    expect(rows.slice(26, 29).map(r => [r.month, r.incorporated, r.left, r.net])).toEqual([
      ['2026-01', 0, null, null],
      ['2026-02', 0, 3, -3],
      ['2026-03', 0, 0, 0],
    ])
    expect(rows.every(row => row.leftMean === null)).toBe(true)
    const never = monthlyFlows({ until: '2026-10-31', incorporated: new Map(), left: new Map(), leftKnownFrom: null })
    expect(never.every(row => row.left === null)).toBe(true)
  })
})
