import type { HttpClient } from '../http-client.js'
import { windows } from '../notices/windows.js'
import type { FetchedWindow, FetchRequest } from '../source.js'
import { londonText } from '../times.js'

const LIMIT = 100

/**
 * Release packages in windows of six hours at most: longer ones lose releases in silence. `stages` is never sent, since
 * it drops stages together with a cursor; an unknown parameter would be refused.
 */
export const fetch = (request: FetchRequest, http: HttpClient): AsyncGenerator<FetchedWindow> =>
  windows(request, http, {
    longestHours: 6,
    lookBackHours: 0.25,
    firstHours: 72,
    limit: LIMIT,
    address: span =>
      `${request.address}?updatedFrom=${londonText(span.from)}&updatedTo=${londonText(span.to)}&limit=${LIMIT}`,
  })
