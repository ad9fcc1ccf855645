import type { Panel } from './panel.schemas.js'

type Cell = string | number | boolean | null | undefined

/**
 * One CSV field by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * numbers stay numbers.
 */
export function csvField(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows under a header, ended by CRLF. */
export const csv = (header: string[], rows: Cell[][]): string =>
  [header, ...rows].map(row => `${row.map(csvField).join(',')}\r\n`).join('')

/** The rows of a panel, with its question, source, date and filters below them. */
export function panelCsv(panel: Panel): string {
  const keys = panel.columns.map(c => c.key)
  const length = panel.data[keys[0] ?? '']?.length ?? 0
  const rows = Array.from({ length }, (_, i) => keys.map(key => panel.data[key]?.[i]))
  const filters = Object.entries(panel.filters).map(([key, value]) => `${key}=${value}`)
  const about = [
    [''],
    ['Question', panel.question],
    ['Source', panel.source],
    ['Computed', panel.computed_at],
    ['Filters', filters.join('; ')],
  ]
  return (
    csv(
      panel.columns.map(c => (c.unit ? `${c.label} (${c.unit})` : c.label)),
      rows,
    ) + about.map(r => `${r.map(csvField).join(',')}\r\n`).join('')
  )
}
