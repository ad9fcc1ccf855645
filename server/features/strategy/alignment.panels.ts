import { percentValue, pounds, round } from '../../domain/economy/figures.js'
import { type Allocation, balance, type Coverage, type Flag, totalOf } from '../../domain/strategy/measures.js'
import { column, dataOf } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import {
  balanceSummary,
  balanceTitle,
  coverageWords,
  headline,
  STANDING_SENTENCE,
  type WordRow,
} from './alignment.words.js'
import type { FrameworkRow } from './frameworks.read-model.js'

/** What both panels of the page share. */
export interface AlignmentContext {
  place: { code: string; name: string; now: string }
  framework: FrameworkRow
  filters: Record<string, string>
  computedAt: Date | null
}

export const FLAG_WORDS: Record<Flag, string> = {
  no_need: 'no need',
  thin_supply: 'thin supply',
  no_idea: 'no idea',
  no_award: 'no award',
}

type PanelRow = WordRow & { parent: string | null; shown: WordRow['cells'] }

/** The matrix as a table. Columns: priority, parent, needs, needs_confirmed, organisations, ideas, awards, award_value, flags. */
export function matrixPanel(context: AlignmentContext, rows: PanelRow[], coverage: Coverage): Panel {
  const columns = [
    column('priority', 'Priority', { format: 'text' }),
    column('parent', 'Part of', { format: 'text' }),
    column('needs', 'Open needs', { format: 'count' }),
    column('needs_confirmed', 'of them confirmed', { format: 'count' }),
    column('organisations', 'Organisations based here', { format: 'count' }),
    column('ideas', 'Ideas not adopted', { format: 'count' }),
    column('awards', 'Awards', { format: 'count' }),
    column('award_value', 'Award value', { format: 'money', unit: 'GBP' }),
    column('flags', 'Flags', { format: 'text' }),
  ]
  const data = rows.map(({ title, parent, shown, flags }) => ({
    priority: title,
    parent,
    needs: shown.need.items,
    needs_confirmed: shown.need.confirmed,
    organisations: shown.organisation.items,
    ideas: shown.idea.items,
    awards: shown.award.items,
    award_value: shown.award.value === null ? null : Math.round(shown.award.value),
    flags: flags.map(flag => FLAG_WORDS[flag]).join(', '),
  }))
  const compared = context.computedAt !== null
  return {
    ...base(context, 'alignment'),
    title: headline(rows, compared, context.place.name),
    question: `Are needs, suppliers, ideas and awards where ${context.framework.name} points?`,
    basis: 'Items with at least one link; an item can count in two rows',
    formula_id: 'alignment-count/1',
    columns,
    data: dataOf(columns, data),
    summary: coverageWords(coverage),
    n: totalOf(coverage),
    excluded: [{ reason: 'Needs that cannot be compared: too few words', n: coverage.notCoded }].filter(e => e.n > 0),
    notes: [
      STANDING_SENTENCE,
      'Ideas count in every place: one that was not adopted elsewhere can be taken up here.',
      'Award value leaves out ceilings of framework agreements and values that a notice repeats.',
    ],
    quality: rows.length === 0 || !compared ? 'empty' : 'ok',
  }
}

/** Share of linked award value less the target share. Columns: priority, share, target (per cent), difference (points). */
export function balancePanel(
  context: AlignmentContext,
  allocation: Allocation,
  leaves: { id: string; title: string; target: number | null }[],
): Panel {
  const columns = [
    column('priority', 'Priority', { format: 'text' }),
    column('share', 'Share of linked value', { format: 'percent', unit: '%', decimals: 1 }),
    column('target', 'Target', { format: 'percent', unit: '%', decimals: 1 }),
    column('difference', 'Difference', { format: 'number', unit: 'pp', decimals: 1 }),
  ]
  const targets = new Map(leaves.flatMap(leaf => (leaf.target === null ? [] : [[leaf.id, leaf.target] as const])))
  const found = balance(allocation, targets)
  const titles = new Map(leaves.map(leaf => [leaf.id, leaf.title]))
  const rows = (found?.rows ?? []).map(row => ({ ...row, title: titles.get(row.priorityId) ?? '' }))
  const untargeted = leaves.filter(leaf => leaf.target === null).map(leaf => leaf.title)
  return {
    ...base(context, 'balance'),
    title: found
      ? balanceTitle(rows)
      : targets.size === 0
        ? 'No target shares to compare with'
        : 'No linked award value yet',
    question: 'Does award value follow the shares that the strategy sets?',
    basis: 'Award value, allocated in parts where an award serves several priorities',
    formula_id: 'balance/1',
    columns,
    data: dataOf(
      columns,
      rows.map(row => ({
        priority: row.title,
        share: percentValue(row.share),
        target: percentValue(row.target),
        difference: round(row.difference * 100, 1),
      })),
    ),
    summary: found
      ? balanceSummary(rows, allocation.unlinked)
      : targets.size === 0
        ? 'This strategy sets no target shares, so there is no balance to show. A target is never invented.'
        : 'No award with a usable value is linked to a priority yet.',
    n: null,
    excluded: [],
    notes: [
      ...(found
        ? [`${pounds(allocation.unlinked)} of award value carries no link and is left out of the shares.`]
        : []),
      ...(found && untargeted.length > 0 ? [`Without a target: ${untargeted.join(', ')}.`] : []),
    ],
    quality: found ? 'ok' : 'empty',
  }
}

function base(context: AlignmentContext, id: string) {
  const { framework, place, filters, computedAt } = context
  return {
    id,
    reference: null,
    vintage: framework.valid_from,
    computed_at: (computedAt ?? new Date(place.now)).toISOString(),
    filters,
    source: `${framework.name}, ${framework.owner}, in force from ${framework.valid_from.slice(0, 4)}. ${framework.source_address}`,
    breaks: [],
    next_update: null,
  }
}
