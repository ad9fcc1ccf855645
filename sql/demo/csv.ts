export type Cell = string | number | boolean | null | undefined

/** A table as CSV with a header line, quoted only where needed, lines ended by LF. */
export function toCsv(columns: readonly string[], rows: readonly Record<string, Cell>[]): string {
  const lines = rows.map(row => columns.map(column => quoteIfNeeded(row[column])).join(','))
  return `${[columns.map(quoteIfNeeded).join(','), ...lines].join('\n')}\n`
}

/** As the company register writes it: the header bare, every field quoted, lines ended by CR LF. */
export function toRegisterCsv(header: string, rows: readonly Cell[][]): string {
  return `${[header, ...rows.map(row => row.map(quote).join(','))].join('\r\n')}\r\n`
}

const quote = (cell: Cell): string => `"${String(cell ?? '').replaceAll('"', '""')}"`

function quoteIfNeeded(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? quote(text) : text
}
