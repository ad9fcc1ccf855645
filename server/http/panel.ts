import type { Panel } from './panel.schemas.js'

type Column = Panel['columns'][number]
type Cell = Panel['data'][string][number]

/** A column of a panel. Numbers carry their unit and how many decimals they bear. */
export const column = (
  key: string,
  label: string,
  shape: { format: Column['format']; unit?: string; decimals?: number },
): Column => ({ key, label, format: shape.format, unit: shape.unit ?? null, decimals: shape.decimals ?? 0 })

/** Rows turned into columns of one length, in the order of `columns`. A row without a value has null there. */
export const dataOf = (columns: readonly Column[], rows: readonly Record<string, Cell>[]): Panel['data'] =>
  Object.fromEntries(columns.map(({ key }) => [key, rows.map(row => row[key] ?? null)]))

/** What a panel says when fewer records stand behind it than can carry a figure. */
export const tooFewWords = (n: number, needed: number): string => `Too few to show: ${n}, and ${needed} are needed.`
