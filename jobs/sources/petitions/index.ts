import type { Source } from '../source.js'
import { load } from './load.js'
import { type Petition, parse } from './parse.js'

/** Petitions to the UK Parliament, from a file: real words of many people, to try grouping on. */
export const petitions: Source<Petition> = {
  id: 'petitions',
  description: {
    name: 'UK Parliament petitions',
    publisher: 'UK Parliament',
    licence: 'Open Government Licence v3.0',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. UK Parliament.',
    address: null,
    schedule: 'From a file, when a person gives one',
    expectedEvery: null,
  },
  thin: { share: 0, compare: 'nothing' },
  parse,
  load,
}
