import { count, many, month, round } from '../../domain/economy/figures.js'
import { type FlowRow, PROVISIONAL_MONTHS } from '../../domain/economy/flows.js'
import { column, dataOf, tooFewWords } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import { FEWEST_COMPANIES, frameOf, type PanelContext } from './panel-frame.js'

const YEAR = 12

/** Columns: month ('YYYY-MM'), incorporated, left, net, incorporated_mean, left_mean, state. */
export function flowsPanel(context: PanelContext, rows: FlowRow[], leftKnownFrom: string | null): Panel {
  const { place } = context
  const frame = frameOf(context, {
    id: 'flows',
    question: `Do more companies of ${place.name} start than leave?`,
    formula: 'register-flows/1',
    reference: false,
  })
  const columns = [
    column('month', 'Month', { format: 'month' }),
    column('incorporated', 'Incorporated', { format: 'count' }),
    column('left', 'Left the register', { format: 'count' }),
    column('net', 'Net', { format: 'count' }),
    column('incorporated_mean', 'Incorporated, mean of 12 months', { format: 'number', decimals: 1 }),
    column('left_mean', 'Left, mean of 12 months', { format: 'number', decimals: 1 }),
    column('state', 'State', { format: 'text' }),
  ]
  const n = rows.reduce((sum, row) => sum + row.incorporated + (row.left ?? 0), 0)
  const few = n < FEWEST_COMPANIES
  return {
    ...frame,
    title: few ? 'Too few companies started or left to show' : flowsTitle(rows),
    columns,
    data: dataOf(columns, few ? [] : rows.map(cells)),
    summary: few ? tooFewWords(n, FEWEST_COMPANIES) : flowsSummary(rows),
    n,
    notes: [...frame.notes, ...flowNotes(rows, leftKnownFrom)],
    quality: few ? 'too_few' : leftKnownFrom === null ? 'partial' : 'ok',
  }
}

/** Sums of the last twelve whole months. Net only where every month knows who left. */
export function lastYear(rows: FlowRow[]): { until: string; incorporated: number; left: number | null } {
  const year = rows.filter(row => !row.provisional).slice(-YEAR)
  return {
    until: year.at(-1)?.month ?? '',
    incorporated: year.reduce((sum, row) => sum + row.incorporated, 0),
    left: year.some(row => row.left === null) ? null : year.reduce((sum, row) => sum + (row.left ?? 0), 0),
  }
}

export function flowsTitle(rows: FlowRow[]): string {
  const { until, incorporated, left } = lastYear(rows)
  const opened = `${many(incorporated, 'company', 'companies')} registered here in the year to ${month(until)}`
  if (left === null) return opened
  if (left === incorporated) return `${opened}, and as many left`
  const more = Math.abs(incorporated - left)
  return `${opened}, ${count(more)} ${incorporated > left ? 'more than left' : 'fewer than left'}`
}

function flowsSummary(rows: FlowRow[]): string {
  const whole = rows.filter(row => !row.provisional)
  const most = whole.reduce((best, row) => (row.incorporated > best.incorporated ? row : best))
  const year = lastYear(rows)
  const left = year.left === null ? '' : ` ${many(year.left, 'company', 'companies')} left the register.`
  return `${(year.incorporated / YEAR).toFixed(1)} a month in the last twelve whole months; the most in ${month(most.month)}, ${count(most.incorporated)}.${left}`
}

function flowNotes(rows: FlowRow[], leftKnownFrom: string | null): string[] {
  return [
    'Incorporations and departures of the register: not the births and deaths of official statistics.',
    `The last ${PROVISIONAL_MONTHS} months are provisional: late registrations still come in.`,
    leftKnownFrom === null
      ? 'Who left shows from the second pull of the register on. Until then the months also miss companies that started and left again.'
      : `Who left is known from ${month(leftKnownFrom)} on; earlier months miss companies that started and left again.`,
    ...(rows.some(row => row.left === null) ? ['A month without a figure is not known; it is not 0.'] : []),
  ]
}

const cells = (row: FlowRow): Record<string, string | number | null> => ({
  month: row.month,
  incorporated: row.incorporated,
  left: row.left,
  net: row.net,
  incorporated_mean: row.incorporatedMean === null ? null : round(row.incorporatedMean, 1),
  left_mean: row.leftMean === null ? null : round(row.leftMean, 1),
  state: row.provisional ? 'provisional' : 'final',
})
