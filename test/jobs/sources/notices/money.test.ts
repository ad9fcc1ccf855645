import { describe, expect, it } from 'vitest'
import { budgetNote, currencyWarnings, money } from '../../../../jobs/sources/notices/money.js'
import type { Lot } from '../../../../jobs/sources/notices/release.js'

const lot = (id: string, currency: string | null): Lot => ({
  id,
  title: null,
  description: null,
  status: null,
  value: currency === null ? null : { amount: 100, currency, note: null },
  from: null,
  to: null,
})

describe('money', () => {
  it.each([0, 0.01, 1, 9999, 9_999_999_999, 99_999.99])('%d means unknown', amount =>
    expect(money({ amount, currency: 'GBP' })).toEqual({
      amount: null,
      currency: 'GBP',
      note: `Stated as ${amount}, which means unknown.`,
    }),
  )

  it.each([99, 999, 2.5, 99_990])('%d is a sum', amount => expect(money({ amount })?.amount).toBe(amount))

  it('says nothing where nothing is said', () => {
    expect(money({ currency: 'GBP' })).toBeNull()
    expect(money(null)).toBeNull()
  })

  it('lists yearly budgets and does not add them up', () =>
    expect(
      budgetNote({
        budget: {
          budgetBreakdown: [
            { amount: { amount: 1000, currency: 'GBP' }, period: { startDate: '2026-04-01' } },
            { amount: { amount: 2000, currency: 'GBP' }, period: { startDate: '2027-04-01' } },
          ],
        },
      }),
    ).toBe('Budget by year: GBP 1000 from 2026, GBP 2000 from 2027.'))
})

describe('a lot in another currency', () => {
  const value = { amount: 100, currency: 'GBP', note: null }

  it('is named with both currencies', () =>
    expect(currencyWarnings(value, [lot('1', 'GBP'), lot('2', 'AED')])).toEqual([
      'Lot 2 is stated in AED and the notice in GBP: its value is not added up.',
    ]))

  it('is seen among lots too, where the notice itself states no value', () =>
    expect(currencyWarnings(null, [lot('1', 'GBP'), lot('2', 'AED')])).toHaveLength(1))

  it('is none where a lot states nothing', () => expect(currencyWarnings(value, [lot('1', null)])).toEqual([]))
})
