import type { Source } from '../source.js'
import { fetch, fullSet } from './fetch.js'
import { finish, load } from './load.js'
import { type Company, parse } from './parse.js'

/** The register of companies: a snapshot of everything, once a month. */
export const companiesHouse: Source<Company> = {
  id: 'companies-house',
  description: {
    name: 'Companies House, monthly snapshot',
    publisher: 'Companies House',
    licence: 'Open Government Licence v3.0',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. Companies House.',
    address: 'https://download.companieshouse.gov.uk/en_output.html',
    schedule: 'Looked for daily at 06:10 from the 1st of the month until taken',
    expectedEvery: '1 month',
  },
  thin: { share: 0.95, compare: 'snapshots' },
  http: { hosts: ['download.companieshouse.gov.uk'], delayMs: 1_000, maxBytes: 150_000_000 },
  streams: true,
  batchSize: 5_000,
  fetch,
  fullSet,
  parse,
  load,
  finish,
}
