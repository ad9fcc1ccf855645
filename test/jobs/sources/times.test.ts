import { expect, it } from 'vitest'
import { day, deadline, londonText, moment } from '../../../jobs/sources/times.js'

it('takes an offset as given, and London where there is none', () => {
  expect(moment('2026-07-07T12:00:00+01:00')).toBe('2026-07-07T11:00:00Z')
  expect(moment('2026-07-07T12:00:00')).toBe('2026-07-07T11:00:00Z')
  expect(moment('2026-01-07T12:00:00')).toBe('2026-01-07T12:00:00Z')
})

it('takes a closing Z for London where the publisher means it so', () => {
  expect(moment('2026-07-07T12:00:00Z')).toBe('2026-07-07T12:00:00Z')
  expect(moment('2026-07-07T12:00:00Z', true)).toBe('2026-07-07T11:00:00Z')
})

it('a deadline that is a day ends with the day', () => expect(deadline('2025-07-07')).toBe('2025-07-07T22:59:59Z'))

it('a day is not turned through a zone', () => expect(day('2026-11-01T00:00:00+01:00')).toBe('2026-11-01'))

it.each(['0000-00-00', '2026-02-30', 'soon', '', null, 7])('%s is no day', written => expect(day(written)).toBeNull())

it('writes London time without a zone', () =>
  expect(londonText(new Date('2026-07-07T11:00:00Z'))).toBe('2026-07-07T12:00:00'))
