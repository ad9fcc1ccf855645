import type { Source } from '../source.js'
import { load } from './load.js'
import { type HubNeed, parse } from './parse.js'

/** A hub's own needs: entered by its officers, or promoted out of a consultation with the answers they rest on. */
export const hubNeeds: Source<HubNeed> = {
  id: 'hub-needs',
  description: {
    name: 'Needs of the hub',
    publisher: 'The hub',
    licence: 'As the hub decides',
    attribution: 'Needs stated by the hub and by those who answered its consultations.',
    address: null,
    schedule: 'From a file, when a person gives one',
    expectedEvery: null,
  },
  thin: { share: 0, compare: 'nothing' },
  parse,
  load,
}
