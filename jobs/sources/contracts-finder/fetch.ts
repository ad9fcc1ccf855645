import type { HttpClient } from '../http-client.js'
import { windows } from '../notices/windows.js'
import type { FetchedWindow, FetchRequest } from '../source.js'
import { londonText } from '../times.js'

const LIMIT = 100

/**
 * OCDS search in windows of 15 days at most: longer ranges return recent months only. Unknown parameters are ignored
 * in silence there, so only the documented ones are sent.
 */
export const fetch = (request: FetchRequest, http: HttpClient): AsyncGenerator<FetchedWindow> =>
  windows(request, http, {
    longestHours: 15 * 24,
    lookBackHours: 48,
    firstHours: 15 * 24,
    limit: LIMIT,
    address: span =>
      `${request.address}?publishedFrom=${londonText(span.from)}&publishedTo=${londonText(span.to)}&limit=${LIMIT}`,
  })
