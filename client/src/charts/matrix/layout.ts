import type { AlignmentRow, ItemKind } from '../../api/types.js'

type Levels = Record<ItemKind, number>

const STEPS = 4

/**
 * Fill of each cell, 0 (none) to 4 (the most of its column). Each column has a scale of its own,
 * since needs, organisations and pounds cannot share one.
 */
export function levels(rows: readonly AlignmentRow[]): Levels[] {
  const most = {
    need: greatest(rows, 'need'),
    organisation: greatest(rows, 'organisation'),
    idea: greatest(rows, 'idea'),
    award: greatest(rows, 'award'),
  }
  return rows.map(row => ({
    need: step(amount(row, 'need'), most.need),
    organisation: step(amount(row, 'organisation'), most.organisation),
    idea: step(amount(row, 'idea'), most.idea),
    award: step(amount(row, 'award'), most.award),
  }))
}

/** Awards are compared by their pounds where pounds are known, everything else by number. */
const amount = (row: AlignmentRow, kind: ItemKind): number =>
  kind === 'award' ? (row.award.value ?? row.award.items) : row[kind].items

const greatest = (rows: readonly AlignmentRow[], kind: ItemKind): number =>
  Math.max(0, ...rows.map(row => amount(row, kind)))

const step = (value: number, most: number): number => (value <= 0 || most <= 0 ? 0 : Math.ceil((STEPS * value) / most))
