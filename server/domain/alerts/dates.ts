import { day } from '../economy/figures.js'
import { deadlineWords } from '../needs/words.js'

// How mails write days: all of them are local dates, YYYY-MM-DD.

const weekdays = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "18 December" within eleven months, "18 December 2027" beyond. */
export function shortDay(on: string, today: string): string {
  const far = Math.abs(Date.parse(on) - Date.parse(today)) > 330 * 86_400_000
  return far ? day(on) : day(on).replace(/ \d{4}$/, '')
}

/** "Tuesday 24 November 2026". */
export const longDay = (on: string): string => weekdays.format(new Date(`${on}T00:00:00Z`)).replace(',', '')

/** "18 December 2026, 24 days left", or "not stated". */
export const deadlineLine = (on: string | null, today: string): string =>
  on === null ? 'not stated' : deadlineWords(on, today)

/** A moment on the reader's clock: "24 November, 05:02". */
export function momentWords(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(at)
  const part = (type: string): string => parts.find(p => p.type === type)?.value ?? ''
  return `${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`
}
