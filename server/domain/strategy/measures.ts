import { ITEM_KINDS, type ItemKind } from './items.js'

/** How many items of one kind in one place are linked to one priority. */
export interface CellCount {
  items: number
  /** Linked by the owner or an officer; the others are only suggested. */
  confirmed: number
  /** Pounds of awards with a usable value. */
  value: number | null
  valuedItems: number
}

/** How much of one kind in one place has been compared with a framework at all. */
export interface Coverage {
  confirmed: number
  suggested: number
  unlinked: number
  /** Neither words nor codes to compare. */
  notCoded: number
}

export const totalOf = (c: Coverage): number => c.confirmed + c.suggested + c.unlinked + c.notCoded

export type Flag = 'no_need' | 'thin_supply' | 'no_idea' | 'no_award'

/**
 * Fewest organisations based in the place below which supply for a priority counts as thin: the same ten below which no
 * ratio is printed, since fewer cannot be told from chance. It is a threshold of ours that a trial may change.
 */
export const THIN_SUPPLY = 10

const EMPTY_FLAGS: Partial<Record<ItemKind, Flag>> = { need: 'no_need', idea: 'no_idea', award: 'no_award' }

/**
 * What stands out in a priority's row. Nothing is said of a kind that the place holds none of: an empty column means
 * that a source is missing, not that the priority is neglected. Supply is thin only where a need waits for it.
 */
export function flagsOf(cells: Record<ItemKind, CellCount>, coverage: Record<ItemKind, Coverage>): Flag[] {
  const held = (kind: ItemKind): boolean => totalOf(coverage[kind]) > 0
  return ITEM_KINDS.flatMap(kind => {
    if (!held(kind)) return []
    if (kind === 'organisation') {
      return cells.need.items > 0 && cells.organisation.items < THIN_SUPPLY ? ['thin_supply' as const] : []
    }
    const flag = EMPTY_FLAGS[kind]
    return flag && cells[kind].items === 0 ? [flag] : []
  })
}

/** Part of an item's weight that a link carries: fundamental to its purpose, or one of several purposes. */
export const GRADE_WEIGHT = { principal: 1, significant: 0.4, not_targeted: 0, conflicts: 0 } as const
export type Grade = keyof typeof GRADE_WEIGHT

export interface WeighedItem {
  /** Pounds, or 1 when items are counted. */
  weight: number
  links: { priorityId: string; grade: Grade }[]
}

export interface Allocation {
  byPriority: Map<string, number>
  /** The part that no link carries: always shown. */
  unlinked: number
}

/**
 * Fractional allocation: m(x,p) = v(x) c(x,p) / max(1, sum of c(x,p)), so that what is allocated and the bucket add up
 * to the whole however many links an item has.
 */
export function allocate(items: readonly WeighedItem[]): Allocation {
  const byPriority = new Map<string, number>()
  let unlinked = 0
  for (const { weight, links } of items) {
    const carried = links.reduce((sum, link) => sum + GRADE_WEIGHT[link.grade], 0)
    const divisor = Math.max(1, carried)
    for (const { priorityId, grade } of links) {
      const part = (weight * GRADE_WEIGHT[grade]) / divisor
      if (part > 0) byPriority.set(priorityId, (byPriority.get(priorityId) ?? 0) + part)
    }
    unlinked += weight - (weight * carried) / divisor
  }
  return { byPriority, unlinked }
}

export interface BalanceRow {
  priorityId: string
  share: number
  target: number
  /** Share of linked value less the target share. */
  difference: number
}

/**
 * Linked value against target shares, furthest above first. Null without any target or any linked value: a target is
 * never invented. B = 1 - half the sum of absolute differences over the priorities that have a target.
 */
export function balance(
  allocation: Allocation,
  targets: ReadonlyMap<string, number>,
): { rows: BalanceRow[]; balance: number } | null {
  const linked = [...allocation.byPriority.values()].reduce((sum, v) => sum + v, 0)
  if (targets.size === 0 || linked === 0) return null
  const rows = [...targets].map(([priorityId, target]) => {
    const share = (allocation.byPriority.get(priorityId) ?? 0) / linked
    return { priorityId, share, target, difference: share - target }
  })
  rows.sort((a, b) => b.difference - a.difference)
  return { rows, balance: 1 - 0.5 * rows.reduce((sum, row) => sum + Math.abs(row.difference), 0) }
}
