/** Dates as the product says them, always of London. Inputs are ISO texts: a day (2026-11-24) or an instant. */

const ZONE = 'Europe/London'

/** "3 April 2026". */
export const day = (iso: string): string => format(iso, { day: 'numeric', month: 'long', year: 'numeric' })

/** "Thu 26 Nov": for narrow lists, where the year is plain from the context. */
export const shortDay = (iso: string): string => {
  const { weekday, day: number, month } = parts(iso, { weekday: 'short', day: 'numeric', month: 'short' })
  return `${weekday} ${number} ${month}`
}

/** "Mon 23", for a log of the last days; the month is written when it is not the month of `today`. */
export function logDay(iso: string, today: string): string {
  const [theirs, ours] = [ymd(iso), ymd(today)]
  if (theirs === ours) return 'Today'
  const { weekday, day: number, month } = parts(iso, { weekday: 'short', day: 'numeric', month: 'short' })
  return theirs.slice(0, 7) === ours.slice(0, 7) ? `${weekday} ${number}` : `${number} ${month}`
}

/** "3 Apr 2026": for columns of dates. */
export const dateInColumn = (iso: string): string => format(iso, { day: 'numeric', month: 'short', year: 'numeric' })

/** "November 2026", of 2026-11 or of any day in it. */
export const month = (iso: string): string => format(`${iso.slice(0, 7)}-01`, { month: 'long', year: 'numeric' })

/** "24 November 2026, 10:04". */
export const instant = (iso: string): string => `${day(iso)}, ${time(iso)}`

/** "Today, 05:02", "Sat 21 Nov, 04:10", or the date alone when it is more than half a year ago. */
export function recently(iso: string, today: string): string {
  const ago = daysBetween(iso, today)
  if (ago === 0) return `Today, ${time(iso)}`
  if (ago === 1) return `Yesterday, ${time(iso)}`
  return ago > 180 || ago < 0 ? day(iso) : `${shortDay(iso)}, ${time(iso)}`
}

/** "today", "tomorrow", "3 days left", "closed 2 days ago". */
export function daysLeft(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 1) return `${days} days left`
  return days === -1 ? 'closed yesterday' : `closed ${-days} days ago`
}

/** "3 days ago", or "today". */
export function ago(iso: string, today: string): string {
  const days = daysBetween(iso, today)
  if (days <= 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** Whole days from one day to the other, as the calendar of London counts them. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(ymd(to)) - Date.parse(ymd(from))) / 86_400_000)
}

const time = (iso: string): string => format(iso, { hour: '2-digit', minute: '2-digit' })

/** The day in London, as YYYY-MM-DD. A plain day stays what it is. */
function ymd(iso: string): string {
  if (iso.length === 10) return iso
  const { year, month, day: number } = parts(iso, { year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${year}-${month}-${number}`
}

const format = (iso: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options }).format(new Date(iso))

function parts(iso: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const list = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options }).formatToParts(new Date(iso))
  return Object.fromEntries(list.map(part => [part.type, part.value]))
}
