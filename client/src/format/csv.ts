import type { Panel } from '../api/types.js'
import { rows } from './cells.js'

type Cell = number | string | null

/** A panel as CSV (RFC 4180, CRLF): header with units, the rows of the chart, then what they are and where they come from. */
export function panelCsv(panel: Panel): string {
  const header = panel.columns.map(column => (column.unit ? `${column.label} (${column.unit})` : column.label))
  const body = rows(panel).map(row => panel.columns.map(column => row[column.key] ?? null))
  const filters = Object.entries(panel.filters).map(([key, value]) => `${key}=${value}`)
  const about: Cell[][] = [
    [''],
    ['Question', panel.question],
    ['Basis', panel.basis],
    ['Source', panel.source],
    ['Computed', panel.computed_at],
    ['Filters', filters.join('; ')],
  ]
  return [header, ...body, ...about].map(line => `${line.map(field).join(',')}\r\n`).join('')
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function field(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
