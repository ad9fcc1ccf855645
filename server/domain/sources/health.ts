/** States of a source as the board shows them, worst first. */
export const SOURCE_STATES = ['failing', 'late', 'thin', 'stopped', 'ok'] as const
export type SourceState = (typeof SOURCE_STATES)[number]

/** What the last pulls left behind. Times are milliseconds. */
export interface PullHistory {
  state: SourceState
  reason: string | null
  lastSuccess: number | null
  /** Seconds between two pulls by the publisher's rhythm; null when nobody expects the next one at a known time. */
  expectedEvery: number | null
}

/**
 * How much later than expected a source may be before it is late: one slot may be missed, since a missed slot is caught
 * up once and pulls start with some minutes of jitter.
 */
export const LATE_FACTOR = 1.5

/**
 * The state at this moment. What the pulls found out (failing, thin, stopped) stands until a pull changes it; a source
 * that nobody has heard of for one and a half of its rhythm is late.
 */
export function stateNow(history: PullHistory, now: number): { state: SourceState; reason: string | null } {
  if (history.state !== 'ok') return { state: history.state, reason: history.reason }
  if (history.expectedEvery === null) return { state: 'ok', reason: history.reason }
  if (history.lastSuccess === null) return { state: 'late', reason: 'Nothing has been taken from it yet.' }
  const silent = (now - history.lastSuccess) / 1000
  if (silent <= history.expectedEvery * LATE_FACTOR) return { state: 'ok', reason: history.reason }
  return { state: 'late', reason: `Expected every ${span(history.expectedEvery)}, silent for ${span(silent)}.` }
}

/** Pulls that the usual number of rows is taken from, and the share of it below which a pull is thin. */
const COMPARED = 8
const FEWEST_COMPARED = 3
const JUMP = 3
const THIN_SHARE = { register: 0.95, notices: 0.5 }

/**
 * Rows between which a pull is as usual: from the thin share of the median to three times it, the same rules by which a
 * pull is judged. `reads` are complete pulls, oldest first; null with fewer than three.
 */
export function usualBand(
  reads: readonly number[],
  kind: keyof typeof THIN_SHARE,
): { low: number; high: number } | null {
  const last = reads.slice(-COMPARED)
  if (last.length < FEWEST_COMPARED) return null
  const usual = medianOf(last)
  return { low: Math.ceil(usual * THIN_SHARE[kind]), high: Math.floor(usual * JUMP) }
}

/** A length of time in the largest unit that fits: "3 days", "1 hour", "40 minutes". */
export function span(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
  ]
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [60, 'minute']
  const n = Math.max(1, Math.round(seconds / size))
  return `${n} ${name}${n === 1 ? '' : 's'}`
}

function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length >> 1
  return ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2
}
