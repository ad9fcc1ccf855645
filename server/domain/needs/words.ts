import { count, day } from '../economy/figures.js'

// How needs, matches and ideas are counted, dated and priced in sentences.

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
const shortDays = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

/** Inside a sentence: 0 -> "no", 3 -> "three", 12 -> "12". */
export const inWords = (n: number): string => SMALL[n] ?? count(n)

/** At the start of a sentence: 0 -> "No", 3 -> "Three", 12 -> "12". */
export const startWords = (n: number): string => upperFirst(inWords(n))

/** A noun with its number inside a sentence: "no needs", "one need", "12 needs". */
export const counted = (n: number, one: string, more: string): string => `${inWords(n)} ${n === 1 ? one : more}`

/** The same at the start of a sentence: "No needs", "One need", "12 needs". */
export const startCounted = (n: number, one: string, more: string): string => upperFirst(counted(n, one, more))

/** The verb that goes with a number: 1 closes, 2 close. */
export const verb = (n: number, one: string, more: string): string => (n === 1 ? one : more)

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Registers write towns in capitals: "BISHOP AUCKLAND" -> "Bishop Auckland", "STOCKTON-ON-TEES" -> "Stockton-on-Tees". */
export function townName(town: string): string {
  if (town !== town.toUpperCase()) return town
  return town
    .toLowerCase()
    .replaceAll(/(^|[\s'-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replaceAll(/(?<=[ -])(On|Upon|Under|In|Le|Of|The|By|And)(?=[ -])/g, word => word.toLowerCase())
}

/** An exact sum as it was stated: "£120,000", "£1,250.50", "EUR 40,000". */
export function sum(amount: number, currency: string): string {
  const pence = Number.isInteger(amount) ? 0 : 2
  const figures = amount.toLocaleString('en-GB', { minimumFractionDigits: pence, maximumFractionDigits: pence })
  return currency === 'GBP' ? `£${figures}` : `${currency} ${figures}`
}

export interface Money {
  firstPhase: number | null
  total: number | null
  currency: string
  note: string | null
}

/** What a need can spend: "£120,000 first phase of £400,000", "£84,000", the note where no sum is stated, or null. */
export function moneyWords({ firstPhase, total, currency, note }: Money): string | null {
  if (firstPhase !== null && total !== null && total !== firstPhase) {
    return `${sum(firstPhase, currency)} first phase of ${sum(total, currency)}`
  }
  if (firstPhase !== null) return `${sum(firstPhase, currency)} first phase`
  if (total !== null) return sum(total, currency)
  return note
}

/** The day in London on which an instant lies, as YYYY-MM-DD. */
export const londonDay = (at: Date): string => london.format(at)

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** A deadline as a queue shows it: "today", "tomorrow", "Thu 26" within a week, "18 Dec", "8 Jan 2028" from a year ahead. */
export function dueWords(on: string | null, today: string): string {
  if (on === null) return 'no date'
  const left = daysBetween(today, on)
  if (left === 0) return 'today'
  if (left === 1) return 'tomorrow'
  const date = new Date(`${on}T00:00:00Z`)
  if (left > 0 && left <= 7) return weekdays.format(date).replace(/^(\d+) (\w+)$/, '$2 $1')
  return left > 330 ? `${shortDays.format(date)} ${on.slice(0, 4)}` : shortDays.format(date)
}

/** "18 December 2026, 24 days left". */
export function deadlineWords(on: string, today: string): string {
  const left = daysBetween(today, on)
  if (left < 0) return `${day(on)}, passed`
  return `${day(on)}, ${left === 0 ? 'today' : left === 1 ? 'tomorrow' : `${left} days left`}`
}
