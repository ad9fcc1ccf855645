import { BadInput } from '../errors.js'
import { challenges } from './challenges/index.js'
import { companiesHouse } from './companies-house/index.js'
import { consultations } from './consultations/index.js'
import { contractsFinder } from './contracts-finder/index.js'
import { findATender } from './find-a-tender/index.js'
import { hubDirectory } from './hub-directory/index.js'
import { hubNeeds } from './hub-needs/index.js'
import { petitions } from './petitions/index.js'
import type { Source } from './source.js'

const DEMONSTRATION = 'demo-'

/** Every connector, in the order in which a person would read them. A new source is one line here. */
export const connectors: Source[] = [
  companiesHouse,
  contractsFinder,
  findATender,
  challenges,
  consultations,
  petitions,
  hubDirectory,
  hubNeeds,
]

/** A connector as one source row uses it. */
export interface NamedSource {
  /** The source row: the connector's id, or `demo-` and the id. */
  id: string
  connector: Source
  demonstration: boolean
}

/** Finds the connector for a source id. Throws BadInput that lists the ids there are. */
export function sourceOf(id: string): NamedSource {
  const demonstration = id.startsWith(DEMONSTRATION)
  const connector = connectors.find(c => c.id === (demonstration ? id.slice(DEMONSTRATION.length) : id))
  if (!connector) {
    const known = connectors.map(c => c.id).join(', ')
    throw new BadInput(`There is no source called "${id}". Sources: ${known}.`)
  }
  return { id, connector, demonstration }
}
