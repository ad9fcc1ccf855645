import { Temporal } from 'temporal-polyfill'

export type DigestCadence = 'daily' | 'weekly' | 'monthly'

/** When one person wants a digest. */
export interface Rhythm {
  /** Of the subscription: its hash decides where in the first half hour the mail leaves, always in the same place. */
  id: string
  cadence: DigestCadence
  /** IANA name, such as Europe/London. */
  zone: string
  /** Local time from which it may arrive, "07:00", from 06:00 to before 20:00. */
  windowStart: string
}

/** One local period: day, ISO week or month, on the subscriber's clock. */
export interface Period {
  /** 2027-03-28, 2027-W12 or 2027-03: the part of the outbox key that makes a second digest impossible. */
  key: string
  /** When its window opens for the first time. */
  opensAt: Date
  /** Whether a digest of this period may leave now: the window has opened, and it is daytime there. */
  isOpen: boolean
}

const SPREAD_SECONDS = 30 * 60
const DAY_ENDS = Temporal.PlainTime.from('20:00')
/** Windows lie in the daytime, so the hours that a clock change skips or repeats are never asked about. */
const LATEST_START = Temporal.PlainTime.from('19:59')

/**
 * The period that `now` lies in. Everything is computed from the local date: adding 24 hours would drift by an hour at
 * each clock change. A period that was missed while nothing ran is not made up for by itself; its items wait for this one.
 */
export function periodAt(rhythm: Rhythm, now: Date): Period {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(rhythm.zone)
  const start = startTime(rhythm)
  const opens = firstDay(rhythm.cadence, local.toPlainDate()).toZonedDateTime({
    timeZone: rhythm.zone,
    plainTime: start,
  })
  const time = local.toPlainTime()
  const daytime = Temporal.PlainTime.compare(time, start) >= 0 && Temporal.PlainTime.compare(time, DAY_ENDS) < 0
  return {
    key: periodKey(rhythm.cadence, local.toPlainDate()),
    opensAt: new Date(opens.epochMilliseconds),
    isOpen: daytime && Temporal.ZonedDateTime.compare(local, opens) >= 0,
  }
}

/** The local date of a moment, "2026-11-24". */
export const localDay = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

function startTime({ id, windowStart }: Rhythm): Temporal.PlainTime {
  const wanted = Temporal.PlainTime.from(windowStart)
  const seconds = hash(id) % SPREAD_SECONDS
  const untilEnd = wanted.until(LATEST_START).total('seconds')
  return wanted.add({ seconds: Math.max(0, Math.min(seconds, untilEnd)) })
}

function firstDay(cadence: DigestCadence, day: Temporal.PlainDate): Temporal.PlainDate {
  if (cadence === 'weekly') return day.subtract({ days: day.dayOfWeek - 1 })
  return cadence === 'monthly' ? day.with({ day: 1 }) : day
}

function periodKey(cadence: DigestCadence, day: Temporal.PlainDate): string {
  if (cadence === 'weekly') return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`
  return cadence === 'monthly' ? day.toPlainYearMonth().toString() : day.toString()
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}
