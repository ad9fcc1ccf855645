import type { Panel, PanelColumn } from '../api/types.js'
import { day, month } from './dates.js'
import { money, number, percent } from './numbers.js'

/** One cell of a panel in words. Nothing is said as "no data": the reason stands in the panel's notes. */
export function cell(value: number | string | null | undefined, column: PanelColumn): string {
  if (value === null || value === undefined) return 'no data'
  if (column.format === 'date') return day(String(value))
  if (column.format === 'month') return month(String(value))
  if (typeof value === 'string') return value
  if (column.format === 'money') return money(value)
  if (column.format === 'percent') return percent(value, column.decimals)
  return number(value, column.decimals)
}

/** True for columns whose cells stand at the right, figure under figure. */
export const isNumeric = (column: PanelColumn): boolean =>
  ['count', 'money', 'percent', 'number'].includes(column.format)

/** Rows of a panel, each an object by column key: the one form that chart, table and CSV read. */
export function rows(panel: Panel): Record<string, number | string | null>[] {
  const keys = panel.columns.map(column => column.key)
  const length = panel.data[keys[0] ?? '']?.length ?? 0
  return Array.from({ length }, (_, i) => Object.fromEntries(keys.map(key => [key, panel.data[key]?.[i] ?? null])))
}
