import { expect, it } from 'vitest'
import { median, thinReason } from '../../../jobs/sources/thin.js'

const register = { share: 0.95, compare: 'snapshots' } as const
const notices = { share: 0.5, compare: 'weekdays' } as const

it('takes the middle of odd and even numbers of values', () =>
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]))

it.each([
  ['a first snapshot', { read: 10, parked: 0, before: [] }, register],
  ['95 in a hundred', { read: 95, parked: 0, before: [100] }, register],
  ['one parked in a hundred', { read: 100, parked: 1, before: [100] }, register],
  ['half a usual day', { read: 50, parked: 0, before: [100, 100, 100] }, notices],
  ['a short history of days', { read: 0, parked: 0, before: [100, 100] }, notices],
  ['an empty weekend', { read: 0, parked: 0, before: [0, 0, 0] }, notices],
])('%s is as usual', (_, harvest, rule) => expect(thinReason(harvest, rule)).toBeNull())

it.each([
  ['94 in a hundred', { read: 94, parked: 0, before: [100] }, register, '94 records where 100 are usual'],
  ['an empty weekday', { read: 0, parked: 0, before: [90, 100, 110] }, notices, '0 records where 100 are usual'],
  ['two parked in a hundred', { read: 100, parked: 2, before: [] }, register, '2 of 100 records could not be read'],
  ['four times as many', { read: 400, parked: 0, before: [100] }, register, 'more than three times'],
])('%s is thin', (_, harvest, rule, words) => expect(thinReason(harvest, rule)).toContain(words))
