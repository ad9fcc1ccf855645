import { isObject, type Members, number, objects, string } from '../json.js'
import type { Lot, Money } from './release.js'

/** Figures that publishers write when they do not know: 0, 0.01, 1 and runs of nines. */
const meansUnknown = (amount: number): boolean =>
  amount === 0 || amount === 0.01 || amount === 1 || /^9{4,}(?:\.9+)?$/.test(String(amount))

/** An OCDS value. The net amount where there is one, else the gross one; the note says what is special. */
export function money(value: unknown): Money | null {
  if (!isObject(value)) return null
  const currency = string(value.currency)
  const net = number(value.amount)
  const stated = net ?? number(value.amountGross)
  if (stated === null) return null
  if (stated < 0 || meansUnknown(stated))
    return { amount: null, currency, note: `Stated as ${stated}, which means unknown.` }
  return { amount: stated, currency, note: net === null ? 'Tax included: no net amount is stated.' : null }
}

/** Yearly budgets of a pipeline notice, in words: years are not added up. */
export function budgetNote(planning: Members): string | null {
  const budget = isObject(planning.budget) ? planning.budget : {}
  const years = objects(budget.budgetBreakdown).flatMap(year => {
    const sum = money(year.amount)
    const from = isObject(year.period) ? string(year.period.startDate)?.slice(0, 4) : null
    return sum?.amount ? [`${sum.currency ?? ''} ${sum.amount}${from ? ` from ${from}` : ''}`.trim()] : []
  })
  return years.length > 0 ? `Budget by year: ${years.join(', ')}.` : null
}

/** A lot stated in another currency than its notice is a slip nobody may add up: named, with both currencies. */
export function currencyWarnings(value: Money | null, lots: Lot[]): string[] {
  const own = value?.currency ?? lots.find(lot => lot.value?.currency)?.value?.currency ?? null
  return lots.flatMap(lot => {
    const other = lot.value?.currency
    if (!other || !own || other === own) return []
    return [`Lot ${lot.id} is stated in ${other} and the notice in ${own}: its value is not added up.`]
  })
}
