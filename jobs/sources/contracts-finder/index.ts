import { load } from '../notices/load.js'
import type { Release } from '../notices/release.js'
import type { Source } from '../source.js'
import { fetch } from './fetch.js'
import { parse } from './parse.js'

/** English notices below the higher thresholds, and those of procurements begun under the old rules. */
export const contractsFinder: Source<Release> = {
  id: 'contracts-finder',
  description: {
    name: 'Contracts Finder',
    publisher: 'Cabinet Office',
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. Contracts Finder, Cabinet Office.',
    address: 'https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search',
    schedule: 'Every 3 hours, 40 minutes past',
    expectedEvery: '3 hours',
  },
  thin: { share: 0.5, compare: 'weekdays' },
  http: { hosts: ['www.contractsfinder.service.gov.uk'], delayMs: 1_000, maxBytes: 10_000_000 },
  fetch,
  parse,
  load,
}
