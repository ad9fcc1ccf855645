import { Temporal } from 'temporal-polyfill'

const LONDON = 'Europe/London'
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * A moment as a publisher wrote it, as ISO in UTC: with an offset as given, without one by London time. Null when it
 * is no moment. With `zIsLondon` a closing Z is taken for London time, as one publisher means it.
 */
export function moment(written: unknown, zIsLondon = false): string | null {
  if (typeof written !== 'string') return null
  const text = zIsLondon ? written.trim().replace(/Z$/, '') : written.trim()
  try {
    if (LOCAL.test(text)) return inLondon(Temporal.PlainDateTime.from(text))
    if (DAY.test(text)) return inLondon(Temporal.PlainDate.from(text).toPlainDateTime())
    return Temporal.Instant.from(text).toString()
  } catch {
    return null
  }
}

/** A deadline: a bare day means the end of that day in London. */
export function deadline(written: unknown): string | null {
  if (typeof written === 'string' && DAY.test(written.trim())) return moment(`${written.trim()}T23:59:59`)
  return moment(written)
}

/** The day of a date or moment as it was written, without turning it through a zone. Null when there is no such day. */
export function day(written: unknown): string | null {
  const text = typeof written === 'string' ? written.trim().slice(0, 10) : ''
  try {
    return DAY.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() : null
  } catch {
    return null
  }
}

/** London time without a zone, to the second (YYYY-MM-DDTHH:MM:SS): how the notice services want their windows. */
export const londonText = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(LONDON)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })

const inLondon = (local: Temporal.PlainDateTime): string => local.toZonedDateTime(LONDON).toInstant().toString()
