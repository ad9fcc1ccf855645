import { count, countWord, listOf, many, percent, points, pounds } from '../../domain/economy/figures.js'
import type { ItemKind } from '../../domain/strategy/items.js'
import { type CellCount, type Coverage, type Flag, THIN_SUPPLY, totalOf } from '../../domain/strategy/measures.js'

/** Stands on every page of alignment. */
export const STANDING_SENTENCE = 'These links record stated purpose, not effect.'

export const NOT_IN_HERE =
  'Links that nobody has quoted words for; ideas whose owners have not agreed to a second look; awards below the notice thresholds; organisations are never ranked by alignment.'

export interface WordRow {
  title: string
  flags: Flag[]
  cells: Record<ItemKind, CellCount>
}

/** What a cell says below its number. */
export function cellWords(kind: ItemKind, cell: CellCount): string {
  if (cell.items === 0) return 'none'
  if (kind === 'organisation') return 'based here'
  if (kind === 'award') {
    const without = cell.items - cell.valuedItems
    const awards = many(cell.items, 'award', 'awards')
    if (cell.value === null) return `${awards}, none with a value`
    return without > 0 ? `${awards}, ${count(without)} without a value` : awards
  }
  if (cell.confirmed === 0) return 'suggested only'
  return cell.confirmed === cell.items ? 'all confirmed' : `${count(cell.confirmed)} confirmed`
}

/** The finding of the page, from the flags: what lacks demand first, then what lacks supply. */
export function headline(rows: WordRow[], compared: boolean, place: string): string {
  if (rows.length === 0) return 'This strategy has no priorities yet'
  if (!compared) return `Nothing in ${place} has been compared with this strategy yet`
  const offered = rows.filter(r => r.flags.includes('no_need') && r.cells.organisation.items + r.cells.idea.items > 0)
  if (offered.length > 0) {
    return `${countWord(offered.length)} ${offered.length === 1 ? 'priority has' : 'priorities have'} suppliers or ideas but no need behind ${offered.length === 1 ? 'it' : 'them'}`
  }
  const thin = rows.filter(r => r.flags.includes('thin_supply'))
  if (thin.length > 0) {
    return `${countWord(thin.length)} ${thin.length === 1 ? 'priority has' : 'priorities have'} needs but hardly anybody to meet them`
  }
  const empty = rows.filter(r => r.flags.includes('no_need'))
  if (empty.length > 0) {
    return `${countWord(empty.length)} ${empty.length === 1 ? 'priority has' : 'priorities have'} no need behind ${empty.length === 1 ? 'it' : 'them'}`
  }
  return 'Every priority has a need behind it'
}

/** Names what the headline counts, then the starkest row the other way round, then the standing sentence. */
export function lede(rows: WordRow[], compared: boolean): string {
  if (rows.length === 0) return 'Add priorities with their definitions, then compare again.'
  if (!compared) return `Run the comparison, or choose another strategy. ${STANDING_SENTENCE}`
  const noNeed = rows.filter(r => r.flags.includes('no_need')).map(r => r.title)
  const thin = rows
    .filter(r => r.flags.includes('thin_supply'))
    .sort((a, b) => b.cells.need.items - a.cells.need.items)[0]
  const sentences = [
    noNeed.length === 0
      ? ''
      : noNeed.length > 4
        ? `${countWord(noNeed.length)} of ${rows.length} priorities are empty on the demand side.`
        : `${listOf(noNeed)} ${noNeed.length === 1 ? 'is' : 'are'} empty on the demand side.`,
    thin
      ? `${thin.title} waits for supply: ${many(thin.cells.need.items, 'need', 'needs')}, ${many(thin.cells.organisation.items, 'organisation', 'organisations')} based here, fewer than ${THIN_SUPPLY}.`
      : '',
    STANDING_SENTENCE,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** How much of the needs has been compared, as a sentence. */
export function coverageWords(coverage: Coverage): string {
  const total = totalOf(coverage)
  if (total === 0) return 'No open needs to compare.'
  const part = (n: number): string => percent(n / total, 0)
  return `Of ${many(total, 'open need', 'open needs')}, ${part(coverage.confirmed)} have a link that a person confirmed, ${part(coverage.suggested)} only suggested ones, ${part(coverage.unlinked)} none; ${part(coverage.notCoded)} cannot be compared.`
}

export interface BalanceWord {
  title: string
  difference: number
}

export function balanceTitle(rows: BalanceWord[]): string {
  const most = rows[0]
  const least = rows.at(-1)
  if (!most || !least || most.difference - least.difference < 0.0005) return 'Award value follows the targets'
  return `Award value leans to ${most.title}, away from ${least.title}`
}

export function balanceSummary(rows: BalanceWord[], unlinked: number): string {
  const most = rows[0]
  const least = rows.at(-1)
  if (!most || !least) return ''
  return `${most.title} ${points(most.difference)} against its target; ${least.title} ${points(least.difference)}. ${pounds(unlinked)} of awards has no link and is left out.`
}
