import { describe, expect, it } from 'vitest'
import {
  counted,
  daysBetween,
  deadlineWords,
  dueWords,
  inWords,
  londonDay,
  moneyWords,
  startCounted,
  startWords,
  sum,
  townName,
} from '../../../../server/domain/needs/words.js'

describe('numbers in sentences', () => {
  it('are words up to nine, and figures above', () => {
    expect([0, 1, 9, 10, 1526].map(inWords)).toEqual(['no', 'one', 'nine', '10', '1,526'])
    expect([0, 3, 12].map(startWords)).toEqual(['No', 'Three', '12'])
  })

  it('carry the noun that agrees with them', () => {
    expect([0, 1, 2].map(n => counted(n, 'need', 'needs'))).toEqual(['no needs', 'one need', 'two needs'])
    expect([0, 1, 38].map(n => startCounted(n, 'need', 'needs'))).toEqual(['No needs', 'One need', '38 needs'])
  })
})

describe('money of a need', () => {
  const money = { firstPhase: null, total: null, currency: 'GBP', note: null }

  it('is said exactly as stated, to the penny where there are pence', () => {
    expect(sum(84_250, 'GBP')).toBe('£84,250')
    expect(sum(1250.5, 'GBP')).toBe('£1,250.50')
    expect(sum(40_000, 'EUR')).toBe('EUR 40,000')
  })

  it('names the first phase where there is one, and says nothing where nothing is stated', () => {
    expect(moneyWords({ ...money, firstPhase: 120_000 })).toBe('£120,000 first phase')
    expect(moneyWords({ ...money, firstPhase: 120_000, total: 400_000 })).toBe('£120,000 first phase of £400,000')
    expect(moneyWords({ ...money, total: 84_000 })).toBe('£84,000')
    expect(moneyWords({ ...money, note: 'Stated as 0.01' })).toBe('Stated as 0.01')
    expect(moneyWords(money)).toBeNull()
  })
})

describe('deadlines', () => {
  it('are short in a list and say the year only when it is far away', () => {
    const today = '2026-11-23'
    const due = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-30', '2026-12-18', '2028-01-08', '2026-11-20']
    expect(due.map(on => dueWords(on, today))).toEqual([
      'today',
      'tomorrow',
      'Thu 26',
      'Mon 30',
      '18 Dec',
      '8 Jan 2028',
      '20 Nov',
    ])
    expect(dueWords(null, today)).toBe('no date')
  })

  it('say how long is left, and when nothing is', () => {
    expect(deadlineWords('2026-12-18', '2026-11-24')).toBe('18 December 2026, 24 days left')
    expect(deadlineWords('2026-11-25', '2026-11-24')).toBe('25 November 2026, tomorrow')
    expect(deadlineWords('2026-11-23', '2026-11-24')).toBe('23 November 2026, passed')
  })

  it('are counted in whole days of London, also across the change of the clocks', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
    expect(londonDay(new Date('2026-11-30T23:30:00Z'))).toBe('2026-11-30')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })
})

describe('towns', () => {
  it('are written as people write them', () => {
    expect(['STANLEY', 'STOCKTON-ON-TEES', 'CHESTER LE STREET', 'Bishop Auckland'].map(townName)).toEqual([
      'Stanley',
      'Stockton-on-Tees',
      'Chester le Street',
      'Bishop Auckland',
    ])
  })
})
