/** How many months at the end are still being filled in by late registrations. */
export const PROVISIONAL_MONTHS = 2
/** How far back the flows go. */
export const FLOW_MONTHS = 36
const MEAN_MONTHS = 12

export interface FlowRow {
  /** 'YYYY-MM'. */
  month: string
  incorporated: number
  /** Null before the register was first seen twice: then nothing is known, which is not 0. */
  left: number | null
  net: number | null
  /** Mean of the twelve months that end here; null while one of them is missing or provisional. */
  incorporatedMean: number | null
  leftMean: number | null
  provisional: boolean
}

export interface FlowInput {
  /** Last day that the data cover. */
  until: string
  incorporated: ReadonlyMap<string, number>
  left: ReadonlyMap<string, number>
  /** First month for which companies that left can be known, or null when none can. */
  leftKnownFrom: string | null
}

/** Monthly incorporations and companies that left the register over 36 months. These are not ONS births and deaths. */
export function monthlyFlows(input: FlowInput): FlowRow[] {
  const months = monthsUntil(input.until.slice(0, 7), FLOW_MONTHS)
  const known = (m: string): boolean => input.leftKnownFrom !== null && m >= input.leftKnownFrom
  const incorporated = months.map(m => input.incorporated.get(m) ?? 0)
  const left = months.map(m => (known(m) ? (input.left.get(m) ?? 0) : null))
  return months.map((month, i) => {
    const provisional = i >= months.length - PROVISIONAL_MONTHS
    const out = left[i] ?? null
    const opened = incorporated[i] ?? 0
    return {
      month,
      incorporated: opened,
      left: out,
      net: out === null ? null : opened - out,
      incorporatedMean: provisional ? null : trailingMean(incorporated, i),
      leftMean: provisional ? null : trailingMean(left, i),
      provisional,
    }
  })
}

/** The `n` months that end with `last`, oldest first, as 'YYYY-MM'. */
export function monthsUntil(last: string, n: number): string[] {
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1
  return Array.from({ length: n }, (_, i) => {
    const index = end - (n - 1 - i)
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** Mean of the twelve values that end at `at`, or null when there are fewer or one is unknown. */
function trailingMean(values: (number | null)[], at: number): number | null {
  const window = values.slice(at - MEAN_MONTHS + 1, at + 1)
  if (at < MEAN_MONTHS - 1 || window.some(v => v === null)) return null
  return window.reduce((sum: number, v) => sum + (v ?? 0), 0) / MEAN_MONTHS
}
