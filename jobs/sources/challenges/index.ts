import type { HttpClient } from '../http-client.js'
import type { FetchedWindow, FetchRequest, Source } from '../source.js'
import { load } from './load.js'
import { parse } from './parse.js'
import type { ChallengesRecord } from './record.js'

/** Calls in which a sponsor states a problem; and, from a hub's own list, what became of the submissions. */
export const challenges: Source<ChallengesRecord> = {
  id: 'challenges',
  description: {
    name: 'Challenge programmes',
    publisher: 'UK Research and Innovation and others',
    licence: 'Open Government Licence v3.0; others as each programme states',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. UK Research and Innovation. Calls of other programmes: title, short extract and link.',
    address: 'https://www.ukri.org/opportunity/feed/',
    schedule: 'Every morning at 05:50',
    expectedEvery: '1 day',
  },
  thin: { share: 0.5, compare: 'nothing' },
  http: { hosts: ['www.ukri.org'], delayMs: 5_000, maxBytes: 20_000_000 },
  fetch,
  parse,
  load,
}

/** The feed is short and always read whole, so that a call that was withdrawn shows. */
async function* fetch({ now, address }: FetchRequest, http: HttpClient): AsyncGenerator<FetchedWindow> {
  const answer = await http.get(address, 'xml')
  yield {
    to: now,
    mark: now.toISOString(),
    documents: (async function* () {
      yield { address: answer.address, contentType: answer.contentType, bytes: answer.body }
    })(),
  }
}
