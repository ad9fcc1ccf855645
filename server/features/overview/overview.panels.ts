import { day, many } from '../../domain/economy/figures.js'
import { counted, startCounted, startWords, upperFirst, verb } from '../../domain/needs/words.js'
import { column, dataOf } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import type { Bucket, OverviewRows } from './overview.read-model.js'

const SUPPLY: [key: string, label: string][] = [
  ['0', 'None'],
  ['1', '1'],
  ['2', '2'],
  ['3_to_5', '3 to 5'],
  ['6_or_more', '6 or more'],
  ['not_assessed', 'Not assessed'],
]

const CLOSING: [key: string, label: string][] = [
  ['week', 'Within a week'],
  ['fortnight', 'In the second week'],
  ['month', 'Within a month'],
  ['later', 'Later'],
  ['no_date', 'No date'],
]

/** Current needs by how many organisations could meet them within reach. */
export function supplyPanel({ supply, place, reachMiles, run }: OverviewRows): Panel {
  const n = amountOf(supply)
  const few = n('0') + n('1') + n('2')
  const total = n('all')
  const notAssessed = n('not_assessed')
  return {
    ...frame(place),
    id: 'supply',
    title:
      total === 0
        ? 'There is no open need to count suppliers for'
        : few === 0
          ? 'Every open need that was assessed has three or more organisations in reach'
          : `${startWords(few)} of ${counted(total, 'open need', 'open needs')} ${verb(few, 'has', 'have')} fewer than three capable suppliers in reach`,
    question: 'How many organisations could meet each open need?',
    basis: `Open needs by number of organisations labelled strong or possible within ${reachMiles} miles${run ? `, ${day(run)}` : ''}`,
    formula_id: 'supply-in-reach/1',
    vintage: run,
    ...table('suppliers', 'Capable suppliers', rowsOf(SUPPLY, supply)),
    summary:
      total === 0
        ? 'There is no open need here.'
        : `${startCounted(few, 'need has', 'needs have')} none, one or two capable suppliers; ${n('6_or_more')} ${verb(n('6_or_more'), 'has', 'have')} six or more; ${notAssessed} ${verb(notAssessed, 'is', 'are')} not assessed.`,
    source: run ? `Wellmet matches, run of ${day(run)}.` : 'Wellmet matches; no run has finished yet.',
    n: total,
    excluded: [],
    notes: [
      'Distance is a straight line between the centres of outward codes. A registered office is not always where work is done.',
    ],
    quality: total === 0 ? 'empty' : notAssessed > 0 ? 'partial' : 'ok',
  }
}

/** Current needs by when they close. */
export function closingPanel({ closing, place }: OverviewRows): Panel {
  const n = amountOf(closing)
  const soon = n('week') + n('fortnight')
  const total = n('all')
  return {
    ...frame(place),
    id: 'closing',
    title:
      total === 0
        ? 'No open need has a closing date'
        : soon === 0
          ? 'No need closes within two weeks'
          : `${startCounted(soon, 'need closes', 'needs close')} within two weeks`,
    question: 'How long is left to answer?',
    basis: `Open needs by closing date, ${day(place.today)}`,
    formula_id: 'needs-by-closing/1',
    vintage: place.today,
    ...table('closes', 'Closes', rowsOf(CLOSING, closing)),
    summary:
      total === 0
        ? 'There is no open need here.'
        : `${upperFirst(counted(n('week'), 'need closes', 'needs close'))} within a week, ${n('fortnight')} in the second week, ${n('month')} within a month, ${n('later')} later; ${n('no_date')} ${verb(n('no_date'), 'has', 'have')} no date.`,
    source: `Needs held on ${day(place.today)}.`,
    n: total,
    excluded: [],
    notes: [`${many(total, 'need', 'needs')} that can still be answered; stale ones are not counted.`],
    quality: total === 0 ? 'empty' : 'ok',
  }
}

/** Looks a bucket's number up; 'all' is their sum. */
const amountOf =
  (buckets: Bucket[]) =>
  (key: string): number =>
    key === 'all'
      ? buckets.reduce((sum, bucket) => sum + bucket.n, 0)
      : (buckets.find(bucket => bucket.key === key)?.n ?? 0)

const rowsOf = (order: [key: string, label: string][], buckets: Bucket[]) =>
  order.map(([key, label]) => ({ label, needs: amountOf(buckets)(key) }))

function table(key: string, label: string, rows: { label: string; needs: number }[]): Pick<Panel, 'columns' | 'data'> {
  const columns = [column(key, label, { format: 'text' }), column('needs', 'Open needs', { format: 'count' })]
  return {
    columns,
    data: dataOf(
      columns,
      rows.map(row => ({ [key]: row.label, needs: row.needs })),
    ),
  }
}

const frame = (
  place: OverviewRows['place'],
): Pick<Panel, 'reference' | 'computed_at' | 'filters' | 'breaks' | 'next_update'> => ({
  reference: null,
  computed_at: place.now.toISOString(),
  filters: { place: place.code },
  breaks: [],
  next_update: null,
})
