/** A value, or why there is none. A ratio of nothing to nothing is never 0. */
export type Measured = { value: number; reason: null } | { value: null; reason: string }

/** Sizes that a quotient compares: one industry here, all here, the industry in the reference area, all there. */
export interface QuotientCells {
  here: number
  allHere: number
  reference: number
  allReference: number
}

/** Fewest companies of one industry in a place for which a ratio is printed: one rounding step is then at most half of it. */
export const FEWEST_FOR_RATIO = 10

/** Tolerance at which a quotient of exactly 1 still counts as present. */
const TIE = 1e-12

/**
 * Location quotient: (here / allHere) / (reference / allReference). Florence 1939.
 * The reference area must contain the place. Null with a reason where nothing is divided by nothing.
 */
export function locationQuotient(cells: QuotientCells): Measured {
  const { here, allHere, reference, allReference } = cells
  if (allHere === 0) return nothing('No company here has an industry.')
  if (reference === 0 || allReference === 0) return nothing('No company of this industry in the reference area.')
  if (here > reference || allHere > allReference)
    throw new RangeError('The reference area must contain the place, or its shares mean nothing')
  return { value: here / allHere / (reference / allReference), reason: null }
}

/** The quotient on a scale from -1 (absent) to 1, with 0 for the same share: (LQ - 1) / (LQ + 1). */
export const symmetricQuotient = (quotient: number): number => (quotient - 1) / (quotient + 1)

/** Whether the industry is present at the reference's strength or above it. Exactly 1 counts. */
export const isPresent = (quotient: number): boolean => quotient >= 1 - TIE

/**
 * 95 % interval of a quotient of counts by the delta method: ln LQ has the variance
 * 1/here - 1/allHere + 1/reference - 1/allReference. It ignores that the place lies inside the reference area.
 */
export function quotientInterval(cells: QuotientCells): { low: number; high: number } | null {
  const { value } = locationQuotient(cells)
  if (value === null || cells.here === 0) return null
  const variance = 1 / cells.here - 1 / cells.allHere + 1 / cells.reference - 1 / cells.allReference
  const spread = Math.exp(1.96 * Math.sqrt(Math.max(0, variance)))
  return { low: value / spread, high: value * spread }
}

/** Words for a quotient: labels, not tests. */
export function quotientWord(quotient: number): string {
  if (quotient > 1.5) return 'highly specialised'
  if (quotient > 1.25) return 'specialised'
  return quotient >= 0.75 ? 'ordinary' : 'less than its share'
}

const nothing = (reason: string): Measured => ({ value: null, reason })
