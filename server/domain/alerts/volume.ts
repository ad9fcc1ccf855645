import { count, many } from '../economy/figures.js'

/** Above this many a week an alert is mail that nobody reads, and that gets reported. */
const TOO_MANY_A_WEEK = 20
const WEEKS = 90 / 7

export interface Volume {
  now: number
  sevenDays: number
  ninetyDays: number
}

/** What the back-test comes to: "12 needs fit now. In the last 90 days there were 31, about two a week." */
export function volumeHeadline({ now, ninetyDays }: Volume): string {
  if (now === 0 && ninetyDays === 0) return 'Nothing would have come in the last 90 days'
  const open = now === 0 ? 'Nothing fits now' : `${many(now, 'need fits', 'needs fit')} now`
  const weekly = ninetyDays / WEEKS
  const rhythm = weekly < 1 ? 'less than one a week' : `about ${count(Math.round(weekly))} a week`
  return `${open}. The last 90 days brought ${count(ninetyDays)}, ${rhythm}`
}

/** Why this would be too much, or null. */
export function volumeWarning({ ninetyDays }: Volume): string | null {
  const weekly = Math.round(ninetyDays / WEEKS)
  if (weekly <= TOO_MANY_A_WEEK) return null
  return `About ${count(weekly)} a week: more than most people read. Add words, ask for strong fits, or keep the ceiling low.`
}
