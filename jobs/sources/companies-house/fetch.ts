import { join } from 'node:path'
import type { HttpClient } from '../http-client.js'
import { type FetchedWindow, type FetchRequest, type SourceDocument, UnexpectedContent } from '../source.js'

const PART = /BasicCompanyData-(\d{4}-\d{2}-01)-part(\d+)_(\d+)\.zip/g
const WHOLE_FILE = /^BasicCompanyDataAsOneFile-(\d{4}-\d{2}-01)\.(?:zip|csv)$/

/** The snapshot date when a file bears the publisher's own name for the whole register; else null. */
export const fullSet = (fileName: string): string | null => WHOLE_FILE.exec(fileName)?.[1] ?? null

/** A snapshot as the index page lists it: its date, and the parts 1 to M in order. */
export interface Snapshot {
  date: string
  parts: string[]
}

/**
 * Reads the index page. The address of a part is never built from today's date. Throws UnexpectedContent when no
 * parts, two dates or a gap are listed.
 */
export function snapshotOf(page: string, address: string): Snapshot {
  const parts = new Map<number, string>()
  const dates = new Set<string>()
  const totals = new Set<number>()
  for (const [file, date = '', part, total] of page.matchAll(PART)) {
    parts.set(Number(part), file)
    dates.add(date)
    totals.add(Number(total))
  }
  const [total] = totals
  const [date] = dates
  if (total === undefined || date === undefined)
    throw new UnexpectedContent(`${address} lists no parts of a snapshot (BasicCompanyData-YYYY-MM-01-partN_M.zip).`)
  if (dates.size > 1) throw new UnexpectedContent(`${address} lists parts of two snapshots: ${[...dates].join(', ')}.`)
  const missing = Array.from({ length: total }, (_, i) => i + 1).filter(part => !parts.has(part))
  if (totals.size > 1 || parts.size !== total || missing.length > 0)
    throw new UnexpectedContent(
      `${address} does not list all parts of ${date}: missing ${missing.join(', ') || 'none, but too many'}.`,
    )
  return { date, parts: [...parts.entries()].sort(([a], [b]) => a - b).map(([, file]) => file) }
}

/** One window: the whole snapshot, unless we hold that date already. Parts stay on disk. */
export async function* fetch(request: FetchRequest, http: HttpClient): AsyncGenerator<FetchedWindow> {
  const page = await http.get(request.address, 'html')
  const { date, parts } = snapshotOf(page.body.toString('utf8'), request.address)
  yield {
    mark: date,
    full: true,
    sameVersion: date === request.mark,
    documents: downloads(parts, { request, http }),
  }
}

async function* downloads(
  parts: string[],
  { request, http }: { request: FetchRequest; http: HttpClient },
): AsyncGenerator<SourceDocument> {
  for (const part of parts) {
    const address = new URL(part, request.address).href
    const path = join(request.folder, part)
    await http.download(address, path)
    yield { address, contentType: 'application/zip', bytes: Buffer.alloc(0), path }
  }
}
