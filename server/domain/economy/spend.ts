import { group } from 'd3-array'
/** Where a supplier's registered office, or the address written in the notice, lies. */
export type SupplierPlace = 'local' | 'elsewhere' | 'unknown'

/** The money of one award as its notice states it. */
export interface AwardValue {
  id: string
  noticeId: string
  /** Pounds, or null where the notice states no usable value. */
  value: number | null
  /** The value is the most that a framework agreement may cost, not what was bought. */
  ceiling: boolean
}

/** One award as it counts for the place of its buyer. */
export interface AwardLine extends AwardValue {
  /** One entry per supplier; empty where the notice names none. */
  suppliers: SupplierPlace[]
  /** Group of a breakdown: a category or a year. */
  group: string
}

/** Why an award's value is or is not part of a sum. */
export type ValueUse = 'counted' | 'without_value' | 'ceiling' | 'repeated'

/**
 * What may be summed. Ceilings of framework agreements are not purchases; a value that a notice repeats award by award
 * is usually one value written once per supplier, so it is counted at its first award only.
 */
export function valueUses(awards: readonly AwardValue[]): Map<string, ValueUse> {
  const counted = new Set<string>()
  return new Map(
    awards.map(award => {
      if (award.value === null) return [award.id, 'without_value']
      if (award.ceiling) return [award.id, 'ceiling']
      const key = `${award.noticeId} ${award.value}`
      if (counted.has(key)) return [award.id, 'repeated']
      counted.add(key)
      return [award.id, 'counted']
    }),
  )
}

export interface SpendPart {
  /** Awards, an award to several suppliers split equally. */
  awards: number
  /** Pounds. */
  value: number
}

export type SpendParts = Record<SupplierPlace, SpendPart>

export interface LocalShare {
  parts: SpendParts
  groups: Map<string, SpendParts>
  awards: number
  uses: Record<ValueUse, number>
  /** Awards to more than one supplier. */
  split: number
  value: number
  /** Local share of value if none of the unknown is local, and if all of it is; null without any value. */
  low: number | null
  high: number | null
}

/**
 * Local share of award value: sum(value x local) / sum(value), with the unknown as a part of its own. An award to
 * several suppliers is split equally; a repeated value is split over the suppliers of all awards that repeat it.
 */
export function localShare(lines: readonly AwardLine[]): LocalShare {
  const parts = noParts()
  const groups = new Map<string, SpendParts>()
  const uses: LocalShare['uses'] = { counted: 0, without_value: 0, ceiling: 0, repeated: 0 }
  const useOf = valueUses(lines)
  const payees = group(lines, line => `${line.noticeId} ${line.value}`)
  for (const line of lines) {
    const use = useOf.get(line.id) ?? 'without_value'
    uses[use]++
    const into = [parts, groupOf(groups, line.group)]
    spread(line.suppliers, (place, weight) => {
      for (const p of into) p[place].awards += weight
    })
    if (use !== 'counted') continue
    const suppliers = payees.get(`${line.noticeId} ${line.value}`)?.flatMap(other => other.suppliers) ?? []
    spread(suppliers, (place, weight) => {
      for (const p of into) p[place].value += (line.value ?? 0) * weight
    })
  }
  const value = parts.local.value + parts.elsewhere.value + parts.unknown.value
  return {
    parts,
    groups,
    awards: lines.length,
    uses,
    split: lines.filter(line => line.suppliers.length > 1).length,
    value,
    low: value > 0 ? parts.local.value / value : null,
    high: value > 0 ? (parts.local.value + parts.unknown.value) / value : null,
  }
}

/** Whether the figure of an award is the ceiling of a framework agreement. A call-off from one is a purchase of its own. */
export function isCeiling(text: { titles: string[]; methodDetails: string | null; valueNote: string | null }): boolean {
  if (/ceiling|framework/i.test(text.valueNote ?? '')) return true
  if (/call[\s-]?off/i.test(`${text.methodDetails ?? ''} ${text.titles.join(' ')}`)) return false
  return text.titles.some(title => /\bframework( agreement)?\b|dynamic (purchasing system|market)|\bDPS\b/i.test(title))
}

function groupOf(groups: Map<string, SpendParts>, name: string): SpendParts {
  const parts = groups.get(name) ?? noParts()
  groups.set(name, parts)
  return parts
}

function spread(places: readonly SupplierPlace[], add: (place: SupplierPlace, weight: number) => void): void {
  if (places.length === 0) add('unknown', 1)
  for (const place of places) add(place, 1 / places.length)
}

const noParts = (): SpendParts => ({
  local: { awards: 0, value: 0 },
  elsewhere: { awards: 0, value: 0 },
  unknown: { awards: 0, value: 0 },
})

/** What is known of where a supplier sits: the place of its registered office, else a postcode. */
export interface SupplierAddress {
  locality: string | null
  postcode: string | null
}

/** Postcode as people write it, with or without its blank: the outward half is what stands before the last three. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/

/**
 * Whether a supplier is local: registered office in the area, else a postcode whose outward half belongs to it. All
 * outward codes of the area must be given: any other readable postcode then lies elsewhere.
 */
export function placeOfSupplier(
  supplier: SupplierAddress,
  area: { localities: ReadonlySet<string>; outwardCodes: ReadonlySet<string> },
): SupplierPlace {
  if (supplier.locality !== null) return area.localities.has(supplier.locality) ? 'local' : 'elsewhere'
  const outward = POSTCODE.exec((supplier.postcode ?? '').toUpperCase().replace(/\s/g, ''))?.[1]
  if (outward === undefined) return 'unknown'
  return area.outwardCodes.has(outward) ? 'local' : 'elsewhere'
}
