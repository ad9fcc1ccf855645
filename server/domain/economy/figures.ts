// How figures are written in sentences: British, and with no more digits than the data bear.

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** 14565 -> "14,565". */
export const count = (n: number): string => counts.format(n)

/** Up to twelve as a word, for the start of a sentence: 2 -> "Two", 0 -> "No", 40 -> "40". */
export const countWord = (n: number): string => SMALL[n] ?? count(n)

/** "1 company", "2,000 companies". */
export const many = (n: number, one: string, more: string): string => `${count(n)} ${n === 1 ? one : more}`

/** A share of 0 to 1 as "10.8%". */
export const percent = (share: number, decimals = 1): string => `${(share * 100).toFixed(decimals)}%`

/** A share of 0 to 1 as the number that a panel holds: per cent with one decimal, so that screen, table and CSV agree. */
export const percentValue = (share: number): number => round(share * 100, 1)

/** A difference of shares in percentage points with its sign, a true minus: "+8.4 pp", "−6.2 pp". */
export function points(difference: number): string {
  const value = round(difference * 100, 1)
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)} pp`
}

/** Pounds with two to three digits: "£950", "£172,000", "£1.2m", "£458m", "£3.4bn". */
export function pounds(amount: number): string {
  const sign = amount < 0 ? '−' : ''
  const size = Math.abs(amount)
  if (size >= 999.5e6) return `${sign}£${short(size / 1e9)}bn`
  if (size >= 999_500) return `${sign}£${short(size / 1e6)}m`
  return `${sign}£${count(size < 1000 ? size : Number(size.toPrecision(3)))}`
}

/** '2026-04-03' -> "3 April 2026". */
export const day = (iso: string): string => days.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

/** '2026-04' -> "April 2026". */
export const month = (iso: string): string => months.format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`))

/** "a", "a and b", "a, b and c". */
export const listOf = (words: string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals
  return Math.round(value * factor + Number.EPSILON * Math.sign(value)) / factor
}

/** Three digits at most, one decimal below ten: 1.24 -> "1.2", 458.2 -> "458". */
const short = (value: number): string => (value < 9.95 ? value.toFixed(1) : value.toFixed(0))
