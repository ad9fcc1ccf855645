import type { HttpClient } from '../http-client.js'
import type { FetchedWindow, FetchRequest } from '../source.js'
import { markAfter, pagesOfSpan, type Span, spans } from './pages.js'

const HOUR_MS = 3_600_000

/** How a notice service is asked. */
export interface WindowRules {
  longestHours: number
  /** How far before the mark a pull begins, since late publications carry earlier times. */
  lookBackHours: number
  /** How far back the very first pull begins. */
  firstHours: number
  limit: number
  address: (span: Span) => string
}

/** Windows from the mark to now, oldest first; `since` and `until` ask for another range. */
export async function* windows(
  request: FetchRequest,
  http: HttpClient,
  rules: WindowRules,
): AsyncGenerator<FetchedWindow> {
  const before = (at: Date, hours: number): Date => new Date(at.getTime() - hours * HOUR_MS)
  const begin =
    request.since ??
    (request.mark ? before(new Date(request.mark), rules.lookBackHours) : before(request.now, rules.firstHours))
  let mark = request.mark
  for (const span of spans(begin, request.until ?? request.now, rules.longestHours * HOUR_MS)) {
    const next = markAfter(span, mark)
    mark = next ?? mark
    yield { ...span, ...(next ? { mark: next } : {}), documents: pagesOfSpan(http, span, rules) }
  }
}
