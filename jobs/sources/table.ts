import { parse } from 'csv-parse/sync'
import { type Parsed, type SourceDocument, UnexpectedContent } from './source.js'
import { decode, excerptOf } from './text.js'
import { day, deadline } from './times.js'

/** What a table must hold to be this source's: each field with the headings that people give it. */
export type Headings = Readonly<Record<string, readonly string[]>>

export interface TableShape {
  headings: Headings
  /** Fields without which the file is another file. */
  required: readonly string[]
  /** Lines above the header. */
  skipRows?: number
  /** For the message: "a list of challenges". */
  what: string
}

/** A cell cannot be read: why, in words. */
export class UnreadableCell extends Error {}

/** One row, read by field. Empty cells are null; wrong ones throw UnreadableCell. */
export class Row {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: ReadonlyMap<string, number>,
    readonly position: string,
  ) {}

  has(field: string): boolean {
    return this.columns.has(field)
  }

  text(field: string, longest = 20_000): string | null {
    const column = this.columns.get(field)
    const text = column === undefined ? '' : (this.cells[column] ?? '').trim()
    if (text.includes('\0')) throw new UnreadableCell(`"${field}" holds a NUL character.`)
    if (text.length > longest)
      throw new UnreadableCell(`"${field}" has ${text.length} characters where ${longest} are the most.`)
    return text === '' ? null : text
  }

  need(field: string): string {
    const text = this.text(field)
    if (text === null) throw new UnreadableCell(`"${field}" is empty.`)
    return text
  }

  /** "£1,200.50", "1200", "1 200" */
  number(field: string): number | null {
    const text = this.text(field)
    if (text === null) return null
    const value = Number(text.replace(/^[£]/, '').replace(/[,\s]/g, ''))
    if (!Number.isFinite(value)) throw new UnreadableCell(`"${field}" is no number: ${text.slice(0, 40)}.`)
    return value
  }

  whole(field: string): number | null {
    const value = this.number(field)
    if (value !== null && !Number.isInteger(value)) throw new UnreadableCell(`"${field}" is no whole number: ${value}.`)
    return value
  }

  /** yes, no, y, n, true, false, 1, 0; empty is null. */
  yesNo(field: string): boolean | null {
    const text = this.text(field)?.toLowerCase() ?? null
    if (text === null) return null
    if (['yes', 'y', 'true', '1'].includes(text)) return true
    if (['no', 'n', 'false', '0'].includes(text)) return false
    throw new UnreadableCell(`"${field}" is neither yes nor no: ${text.slice(0, 40)}.`)
  }

  /** A day as YYYY-MM-DD, written so or as dd/mm/yyyy. */
  day(field: string): string | null {
    const text = this.text(field)
    if (text === null) return null
    const found = day(isoOrder(text))
    if (found === null) throw new UnreadableCell(`"${field}" is no date: ${text.slice(0, 40)}.`)
    return found
  }

  /** A deadline as ISO in UTC; a bare day ends at its end, in London. */
  deadline(field: string): string | null {
    const text = this.text(field)
    if (text === null) return null
    const found = deadline(isoOrder(text))
    if (found === null) throw new UnreadableCell(`"${field}" is no date or time: ${text.slice(0, 40)}.`)
    return found
  }

  /** Entries between semicolons. */
  list(field: string): string[] {
    return (this.text(field) ?? '')
      .split(';')
      .map(one => one.trim())
      .filter(one => one !== '')
  }

  /** A JSON object. */
  json(field: string): Record<string, unknown> | null {
    const text = this.text(field)
    if (text === null) return null
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    } catch {
      // Falls through to the one message for both.
    }
    throw new UnreadableCell(`"${field}" is no JSON object.`)
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const text = this.need(field)
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
    const found = allowed.find(one => one === text)
    if (!found) throw new UnreadableCell(`"${field}" is "${text.slice(0, 40)}", not one of: ${allowed.join(', ')}.`)
    return found
  }
}

const isoOrder = (text: string): string => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})/, '$3-$2-$1')

/**
 * Reads a CSV (comma or semicolon, quotes, cells of several lines) row by row through `read`. A row that `read` refuses
 * is parked with its line. Throws UnexpectedContent when the header lacks a required field.
 */
export function* readTable<Rec>(
  document: SourceDocument,
  shape: TableShape,
  read: (row: Row) => Rec,
): Generator<Parsed<Rec>> {
  const text = decode(document.bytes)
  const { header, rows, spoilt } = split(text, shape.skipRows ?? 0)
  const columns = columnsOf(header, shape, document.address)
  for (const { line, cells } of rows) {
    if (cells.every(cell => cell.trim() === '')) continue
    const position = `line ${line}`
    const parkedFor = (reason: string): Parsed<Rec> => ({
      parked: { position, reason, excerpt: excerptOf(cells.slice(0, 2).join(' | ')) },
    })
    if (cells.length !== header.length) {
      yield parkedFor(`${cells.length} cells where ${header.length} belong.`)
      continue
    }
    try {
      yield { record: read(new Row(cells, columns, position)), position }
    } catch (problem) {
      if (!(problem instanceof UnreadableCell)) throw problem
      yield parkedFor(problem.message)
    }
  }
  for (const { line, reason } of spoilt) yield { parked: { position: `line ${line}`, reason, excerpt: '' } }
}

interface Split {
  header: string[]
  rows: { line: number; cells: string[] }[]
  spoilt: { line: number; reason: string }[]
}

function split(text: string, skipRows: number): Split {
  const start = skipRows === 0 ? 0 : nthLineStart(text, skipRows)
  const body = text.slice(start)
  const firstLine = body.split('\n', 1)[0] ?? ''
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ','
  const spoilt: Split['spoilt'] = []
  const records = parse(body, {
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    skip_records_with_error: true,
    skip_empty_lines: true,
    on_skip: problem => {
      spoilt.push({
        line: Number(problem?.lines ?? 0) + skipRows,
        reason: 'The quotation marks of this line do not pair.',
      })
      return undefined
    },
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const [header, ...rest] = records
  let before = header?.info.lines ?? 1
  const rows = rest.map(({ record, info }) => {
    const line = before + 1 + skipRows
    before = info.lines
    return { line, cells: record }
  })
  return { header: header?.record ?? [], rows, spoilt }
}

function nthLineStart(text: string, lines: number): number {
  let at = 0
  for (let i = 0; i < lines; i++) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return at
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function columnsOf(header: readonly string[], shape: TableShape, address: string): Map<string, number> {
  const names = header.map(plain)
  const columns = new Map<string, number>()
  for (const [field, headings] of Object.entries(shape.headings)) {
    const accepted = new Set([field, ...headings].map(plain))
    const column = names.findIndex(name => accepted.has(name))
    if (column >= 0) columns.set(field, column)
  }
  const missing = shape.required.filter(field => !columns.has(field))
  if (missing.length > 0)
    throw new UnexpectedContent(
      `${address} is not ${shape.what}: no column ${missing.map(field => `"${field}"`).join(', ')}. Columns it has: ${header.slice(0, 12).join(', ').slice(0, 200) || 'none'}.`,
    )
  return columns
}

/** The first line of a document, to tell what it is. */
export const firstLineOf = (document: SourceDocument): string =>
  decode(document.bytes.subarray(0, 4_000))
    .trimStart()
    .split(/\r\n|\n|\r/, 1)[0] ?? ''
