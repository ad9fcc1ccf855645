import { describe, expect, it } from 'vitest'
import {
  ago,
  day,
  daysBetween,
  daysLeft,
  instant,
  logDay,
  month,
  recently,
  shortDay,
} from '../../../client/src/format/dates.js'

describe('dates of London', () => {
  it('says a day, a month and an instant', () => {
    expect(day('2026-04-03')).toBe('3 April 2026')
    expect(shortDay('2026-11-26')).toBe('Thu 26 Nov')
    expect(month('2026-11')).toBe('November 2026')
    expect(month('2026-11-30')).toBe('November 2026')
    expect(instant('2026-11-24T10:04:00Z')).toBe('24 November 2026, 10:04')
  })
  it('takes an instant for the day that it has in London, in summer too', () => {
    expect(day('2026-06-30T23:30:00Z')).toBe('1 July 2026')
    expect(instant('2026-06-30T23:30:00Z')).toBe('1 July 2026, 00:30')
  })
  it('counts calendar days, across the change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-11-24T23:59:00Z', '2026-11-25')).toBe(1)
    expect(daysBetween('2026-11-25', '2026-11-24')).toBe(-1)
  })
})

describe('relative words', () => {
  it('says what is left', () => {
    expect([3, 1, 0, -1, -9].map(daysLeft)).toEqual([
      '3 days left',
      'tomorrow',
      'today',
      'closed yesterday',
      'closed 9 days ago',
    ])
  })
  it('says how long ago', () => {
    expect(ago('2026-11-24', '2026-11-24')).toBe('today')
    expect(ago('2026-11-23', '2026-11-24')).toBe('yesterday')
    expect(ago('2026-11-02T03:00:00Z', '2026-11-24')).toBe('22 days ago')
  })
  it('gives the hour for what is recent only', () => {
    expect(recently('2026-11-24T05:02:00Z', '2026-11-24')).toBe('Today, 05:02')
    expect(recently('2026-11-23T05:02:00Z', '2026-11-24')).toBe('Yesterday, 05:02')
    expect(recently('2026-11-21T04:10:00Z', '2026-11-24')).toBe('Sat 21 Nov, 04:10')
    expect(recently('2026-03-04T09:00:00Z', '2026-11-24')).toBe('4 March 2026')
  })
  it('writes the month in a log only when it is another', () => {
    expect(logDay('2026-11-24', '2026-11-24')).toBe('Today')
    expect(logDay('2026-11-23', '2026-11-24')).toBe('Mon 23')
    expect(logDay('2026-10-30', '2026-11-24')).toBe('30 Oct')
  })
})
