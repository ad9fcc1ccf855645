import { load } from '../notices/load.js'
import type { Release } from '../notices/release.js'
import type { Source } from '../source.js'
import { fetch } from './fetch.js'
import { parse } from './parse.js'

/** All regulated notices of the United Kingdom, market engagement before a tender included. */
export const findATender: Source<Release> = {
  id: 'find-a-tender',
  description: {
    name: 'Find a Tender',
    publisher: 'Cabinet Office',
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. Find a Tender, Cabinet Office.',
    address: 'https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages',
    schedule: 'Every 2 hours, 20 minutes past',
    expectedEvery: '2 hours',
  },
  thin: { share: 0.5, compare: 'weekdays' },
  http: { hosts: ['www.find-tender.service.gov.uk'], delayMs: 10_000, maxBytes: 10_000_000 },
  fetch,
  parse,
  load,
}
