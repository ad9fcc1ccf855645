import type { Source } from '../source.js'
import { load } from './load.js'
import { type ConsultationResponse, parse } from './parse.js'

/** Answers of a hub's own consultation, from the export of whatever asked the questions. */
export const consultations: Source<ConsultationResponse> = {
  id: 'consultations',
  description: {
    name: 'Consultation answers',
    publisher: 'The hub that asked',
    licence: 'Answers belong to whoever asked; only those with consent are shown',
    attribution: 'Answers to consultations, shown with the consent of those who gave them.',
    address: null,
    schedule: 'From a file, when a person gives one',
    expectedEvery: null,
  },
  thin: { share: 0, compare: 'nothing' },
  batchSize: 50_000,
  parse,
  load,
}
