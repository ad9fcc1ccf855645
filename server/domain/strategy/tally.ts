import { group } from 'd3-array'
import type { ItemKind } from './items.js'
import type { CellCount, Coverage } from './measures.js'

/** One item as it counts: in which places, and with how much money. */
export interface CountedItem {
  kind: ItemKind
  id: string
  /** Every place that it counts in: its own and the ones around it. */
  places: readonly string[]
  /** Pounds of an award whose value may be summed. */
  value: number | null
  codable: boolean
}

/** A current link that says the item serves the priority; removed ones and those that deny it are left out before. */
export interface CountedLink {
  kind: ItemKind
  itemId: string
  priorityId: string
  confirmed: boolean
}

export interface MeasureRow extends CellCount {
  priorityId: string
  place: string
  kind: ItemKind
}

export interface CoverageRow extends Coverage {
  place: string
  kind: ItemKind
}

/** Counts per priority, place and kind, and how much of each kind has been compared. Cells without an item have no row. */
export function tally(
  items: readonly CountedItem[],
  links: readonly CountedLink[],
): { measures: MeasureRow[]; coverage: CoverageRow[] } {
  const linksOf = group(links, link => `${link.kind} ${link.itemId}`)
  const measures = new Map<string, MeasureRow>()
  const coverage = new Map<string, CoverageRow>()
  for (const item of items) {
    const own = linksOf.get(`${item.kind} ${item.id}`) ?? []
    for (const place of item.places) {
      for (const link of own) addLink(measures, { item, place, link })
      addCoverage(coverage, { item, place, own })
    }
  }
  return { measures: [...measures.values()], coverage: [...coverage.values()] }
}

function addLink(
  rows: Map<string, MeasureRow>,
  { item, place, link }: { item: CountedItem; place: string; link: CountedLink },
): void {
  const key = `${link.priorityId} ${place} ${item.kind}`
  const row = rows.get(key) ?? {
    priorityId: link.priorityId,
    place,
    kind: item.kind,
    items: 0,
    confirmed: 0,
    value: null,
    valuedItems: 0,
  }
  row.items++
  if (link.confirmed) row.confirmed++
  if (item.value !== null) {
    row.value = (row.value ?? 0) + item.value
    row.valuedItems++
  }
  rows.set(key, row)
}

function addCoverage(
  rows: Map<string, CoverageRow>,
  { item, place, own }: { item: CountedItem; place: string; own: readonly CountedLink[] },
): void {
  const key = `${place} ${item.kind}`
  const row = rows.get(key) ?? { place, kind: item.kind, confirmed: 0, suggested: 0, unlinked: 0, notCoded: 0 }
  if (own.some(link => link.confirmed)) row.confirmed++
  else if (own.length > 0) row.suggested++
  else if (item.codable) row.unlinked++
  else row.notCoded++
  rows.set(key, row)
}
