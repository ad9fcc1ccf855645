import { industryOf, SECTIONS } from './industries.js'
import {
  FEWEST_FOR_RATIO,
  locationQuotient,
  type QuotientCells,
  quotientInterval,
  quotientWord,
} from './location-quotient.js'

/** Companies counted by their first industry code (null where the register holds none). */
export interface CodeCount {
  code: string | null
  here: number
  reference: number
}

export interface SectorRow {
  code: string
  title: string
  here: number
  reference: number
  /** Shares of the companies that name an industry, 0 to 1. */
  shareHere: number
  shareReference: number
  /** Null where fewer than ten companies stand behind it, or nothing is compared with nothing. */
  quotient: number | null
  low: number | null
  high: number | null
  word: string
}

export interface SectorMix {
  rows: SectorRow[]
  /** Companies here with an industry: the denominator is the sum of the parts, never a published total. */
  n: number
  nReference: number
  /** Companies here that name no industry, by reason. */
  excluded: { reason: string; n: number }[]
}

/**
 * The mix of industries of a place against a reference area that contains it, largest share here first.
 * `titles` names divisions; sections bring their own names.
 */
export function sectorMix(
  counts: CodeCount[],
  level: 'section' | 'division',
  titles: ReadonlyMap<string, string>,
): SectorMix {
  const sizes = new Map<string, { here: number; reference: number }>()
  const excluded = new Map<string, number>()
  for (const { code, here, reference } of counts) {
    const industry = industryOf(code)
    if (industry.kind === 'none') {
      if (here > 0) excluded.set(industry.reason, (excluded.get(industry.reason) ?? 0) + here)
      continue
    }
    const size = sizes.get(industry[level]) ?? { here: 0, reference: 0 }
    sizes.set(industry[level], { here: size.here + here, reference: size.reference + reference })
  }
  const all = [...sizes.values()]
  const n = all.reduce((sum, s) => sum + s.here, 0)
  const nReference = all.reduce((sum, s) => sum + s.reference, 0)
  const rows = [...sizes].map(([code, size]) =>
    sectorRow(
      { code, title: titleOf(code, titles) },
      { here: size.here, allHere: n, reference: size.reference, allReference: nReference },
    ),
  )
  return {
    rows: rows.sort((a, b) => b.here - a.here || a.code.localeCompare(b.code)),
    n,
    nReference,
    excluded: [...excluded].map(([reason, left]) => ({ reason, n: left })).sort((a, b) => b.n - a.n),
  }
}

/** The industry that stands out most beyond chance: its whole interval lies above 1. Null where none does. */
export function strongest(mix: SectorMix): SectorRow | null {
  const beyond = mix.rows.filter(row => row.low !== null && row.low > 1)
  return beyond.sort((a, b) => (b.quotient ?? 0) - (a.quotient ?? 0))[0] ?? null
}

function sectorRow(name: { code: string; title: string }, cells: QuotientCells): SectorRow {
  const quotient = cells.here < FEWEST_FOR_RATIO ? null : locationQuotient(cells).value
  const interval = quotient === null ? null : quotientInterval(cells)
  return {
    ...name,
    here: cells.here,
    reference: cells.reference,
    shareHere: cells.allHere === 0 ? 0 : cells.here / cells.allHere,
    shareReference: cells.allReference === 0 ? 0 : cells.reference / cells.allReference,
    quotient,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    word: quotient === null ? fewWord(cells.here) : quotientWord(quotient),
  }
}

const fewWord = (here: number): string => (here === 0 ? 'none here' : `too few to say (n = ${here})`)

const titleOf = (code: string, titles: ReadonlyMap<string, string>): string =>
  SECTIONS.find(s => s.code === code)?.title ?? titles.get(code) ?? `Division ${code}`
