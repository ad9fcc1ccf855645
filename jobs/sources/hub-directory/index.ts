import type { Source } from '../source.js'
import { load } from './load.js'
import { parse, type Statement } from './parse.js'

/** A hub's own business list: what organisations say of themselves, each line dated or marked as stated. */
export const hubDirectory: Source<Statement> = {
  id: 'hub-directory',
  description: {
    name: 'Business directory of the hub',
    publisher: 'The hub',
    licence: 'As agreed with those who are listed',
    attribution: 'Statements of organisations about themselves, collected by the hub.',
    address: null,
    schedule: 'From a file, when a person gives one',
    expectedEvery: null,
  },
  thin: { share: 0, compare: 'nothing' },
  parse,
  load,
}
