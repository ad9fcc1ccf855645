import type { WorkerDoor } from '../../server/database/doors.js'
import { Corpus } from '../../server/domain/strategy/corpus.js'
import { isCodable, linkItems } from '../../server/domain/strategy/link.js'
import { type CountedItem, tally } from '../../server/domain/strategy/tally.js'
import type { Job } from '../runner/job.js'
import { type PlacedItem, readItems } from './items.store.js'
import { readFrameworks, readLinks, readPlaces, writeCoverage, writeMeasures, writeSuggestions } from './links.store.js'

export interface AlignResult {
  /** Needs, organisations, ideas and awards that were compared. */
  items: number
  /** Current links that say an item serves a priority. */
  links: number
  confirmed: number
  suggested: number
  /** Items with neither words nor codes to compare. */
  not_coded: number
  /** Rows that this run changed: 0 when nothing new came in. */
  written: number
  ms: number
}

/**
 * Compares every item with every framework, keeps what people said, and counts links per priority and place.
 * Running it again without new input writes nothing.
 */
export async function alignAll(door: WorkerDoor): Promise<AlignResult> {
  const begun = performance.now()
  const { items, frameworks, places } = await door.withSystem('wellmet_match', async tx => ({
    items: await readItems(tx),
    frameworks: await readFrameworks(tx),
    places: await readPlaces(tx),
  }))
  const corpus = new Corpus(items)
  const suggestions = frameworks.flatMap(framework => linkItems(corpus, framework.priorities))
  const counted = countedItems(items, places)
  return door.withSystem('wellmet_match', async tx => {
    let written = await writeSuggestions(tx, suggestions)
    const links = await readLinks(tx)
    const tallies = frameworks.map(({ id }) => ({
      frameworkId: id,
      ...tally(
        counted,
        links.filter(link => link.frameworkId === id),
      ),
    }))
    written += await writeMeasures(
      tx,
      tallies.flatMap(t => t.measures),
    )
    written += await writeCoverage(
      tx,
      tallies.flatMap(({ frameworkId, coverage }) => coverage.map(row => ({ ...row, frameworkId }))),
    )
    const confirmed = links.filter(link => link.confirmed).length
    return {
      items: items.length,
      links: links.length,
      confirmed,
      suggested: links.length - confirmed,
      not_coded: items.filter(item => !isCodable(item)).length,
      written,
      ms: Math.round(performance.now() - begun),
    }
  })
}

/** The job behind `align` and its schedule. */
export const alignJob: Job = {
  name: 'align',
  leaseSeconds: 120,
  maxAttempts: 5,
  run: async context => ({ ...(await alignAll(context.door)) }),
}

/**
 * Where each item counts: in its own place and those around it. Ideas count in every place that holds anything or has a
 * hub, since an idea that was not adopted in one place can be taken up in any other.
 */
function countedItems(
  items: readonly PlacedItem[],
  { around, withHub }: { around: ReadonlyMap<string, string[]>; withHub: readonly string[] },
): CountedItem[] {
  const own = items.flatMap(item => (item.locality && !item.everywhere ? [item.locality] : []))
  const live = [...new Set([...own, ...withHub].flatMap(code => around.get(code) ?? []))]
  return items
    .filter(item => item.counted)
    .map(item => ({
      kind: item.kind,
      id: item.id,
      places: item.everywhere ? live : item.locality ? (around.get(item.locality) ?? []) : [],
      value: item.value,
      codable: isCodable(item),
    }))
}
