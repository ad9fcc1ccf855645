import { listOf } from '../../domain/economy/figures.js'
import type { CrosswalkRow, FrameworkRow, LeafRow } from './frameworks.read-model.js'
import type { Alignment } from './strategy.schemas.js'

const STRENGTH_ORDER = ['principal', 'significant', 'conflicts']

/**
 * National priorities with the local ones that lead to them, each with its quote. Without one: a choice, not a failing.
 * The last row names local priorities that lead to none.
 */
export function nationalRows(
  { local, national }: { local: FrameworkRow; national: FrameworkRow },
  leaves: { local: LeafRow[]; national: LeafRow[] },
  crosswalk: CrosswalkRow[],
): Alignment['national'] {
  const rows = leaves.national.map(({ id, title }) => {
    const through = crosswalk
      .filter(row => row.other_id === id)
      .map(row => ({ title: row.own_title, strength: row.strength, quote: row.quote }))
      .sort((a, b) => STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength))
    const best = through[0]
    return {
      title,
      framework: national.name,
      through,
      words: best
        ? `through ${best.title}, ${best.strength}, quoted`
        : 'not a local priority. A choice, not a failing.',
    }
  })
  const linked = new Set(crosswalk.map(row => row.own_title))
  const only = leaves.local.filter(leaf => !linked.has(leaf.title) && !(leaf.parent && linked.has(leaf.parent)))
  if (only.length === 0 || crosswalk.length === 0) return rows
  return [...rows, { title: listOf(only.map(o => o.title)), framework: local.name, through: [], words: 'local only' }]
}
