import type { ThinRule } from './source.js'

/** What a window brought, beside what comparable ones brought before. */
export interface Harvest {
  read: number
  parked: number
  /** Comparable figures, newest first: sizes of snapshots, or what windows of this length brought. */
  before: number[]
}

const PARKED_SHARE = 0.01
const JUMP = 3
/** A weekday needs some history before a small number says anything. */
const LEAST_HISTORY = { snapshots: 1, weekdays: 3, nothing: Number.POSITIVE_INFINITY }

/**
 * Why a pull counts as thin, in words for a person; null when it is as usual (rules of the pull contract: more than
 * 1 % parked, fewer than the given share of the median, or a jump above three times the median).
 */
export function thinReason(harvest: Harvest, rule: ThinRule): string | null {
  const { read, parked, before } = harvest
  if (read > 0 && parked / read > PARKED_SHARE)
    return `${parked} of ${read} records could not be read: more than one in a hundred.`
  if (before.length < LEAST_HISTORY[rule.compare]) return null
  const usual = median(before)
  if (usual <= 0) return null
  if (read < usual * rule.share) return `${read} records where ${Math.round(usual)} are usual: fewer than expected.`
  if (read > usual * JUMP)
    return `${read} records where ${Math.round(usual)} are usual: more than three times as many, so the mark stays.`
  return null
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
