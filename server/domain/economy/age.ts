/** Bands of age in whole years. They are unequal, so a chart says so. */
export const AGE_BANDS = [
  { label: 'Under 1', from: 0, to: 0 },
  { label: '1', from: 1, to: 1 },
  { label: '2', from: 2, to: 2 },
  { label: '3 to 4', from: 3, to: 4 },
  { label: '5 to 9', from: 5, to: 9 },
  { label: '10 to 19', from: 10, to: 19 },
  { label: '20 and over', from: 20, to: Number.POSITIVE_INFINITY },
] as const

/** Companies by the year in which their present year of age began; null where the register has no date. */
export interface AgeCount {
  /** Age in whole years at the stated date. */
  age: number | null
  here: number
  reference: number
}

export interface AgeRow {
  label: string
  here: number
  reference: number
  shareHere: number
  shareReference: number
}

export interface Pyramid {
  /** Youngest first; "Unknown" is a bar of its own, always last. */
  rows: AgeRow[]
  n: number
  nReference: number
  /** Share of companies known to be ten years or older. */
  tenHere: number
  tenReference: number
}

/** Whole years between two ISO dates; a date after the stated one is a register error and gives null. */
export function ageInYears(bornOn: string, atDate: string): number | null {
  if (bornOn > atDate) return null
  const years = Number(atDate.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return atDate.slice(5, 10) < bornOn.slice(5, 10) ? years - 1 : years
}

/** Age bands here and in the reference area, as shares of all companies counted, unknown included. */
export function pyramid(counts: AgeCount[]): Pyramid {
  const total = (pick: (c: AgeCount) => boolean): { here: number; reference: number } =>
    counts.filter(pick).reduce((sum, c) => ({ here: sum.here + c.here, reference: sum.reference + c.reference }), NONE)
  const all = total(() => true)
  const row = (label: string, size: { here: number; reference: number }): AgeRow => ({
    label,
    ...size,
    shareHere: share(size.here, all.here),
    shareReference: share(size.reference, all.reference),
  })
  const bands = AGE_BANDS.map(b =>
    row(
      b.label,
      total(c => c.age !== null && c.age >= b.from && c.age <= b.to),
    ),
  )
  const tenUp = total(c => c.age !== null && c.age >= 10)
  return {
    rows: [
      ...bands,
      row(
        'Unknown',
        total(c => c.age === null),
      ),
    ],
    n: all.here,
    nReference: all.reference,
    tenHere: share(tenUp.here, all.here),
    tenReference: share(tenUp.reference, all.reference),
  }
}

const NONE = { here: 0, reference: 0 }
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
