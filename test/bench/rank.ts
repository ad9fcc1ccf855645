import { buildRankIndex, rankTexts } from '../../server/domain/matching/rank.js'
import { type BenchContext, type Benchmark, type BenchResult, beside } from './benchmark.js'
import {
  type BenchDocument,
  COLLECTIONS,
  type Collection,
  collectionsThere,
  loadCollection,
  ndcgAt10,
  shuffled,
} from './collections.js'
import { lunrJs, miniSearch, orama } from './peers/libraries.js'
import type { Peer } from './peers/peer.js'
import { plainBm25 } from './peers/plain-bm25.js'
import { postgresPeers } from './peers/postgres.js'

const QUICK = ['challenges', 'notices_suppliers', 'bills_companies']
const TEXTS = 20_000
const NEED_WORDS = 60
const NEEDS_TIMED = 300

/** Ours, as the product ranks: words with proximity, pieces of words, meaning, company of the best. */
const ours: Peer = {
  name: 'Wellmet',
  async build(documents) {
    const index = buildRankIndex(documents)
    return query => rankTexts(index, query, 10).map(({ doc }) => documents[doc]!.id)
  },
}

/** nDCG@10 on the judged collections beside ready-made engines, then the speed at 20,000 texts. */
export const rankBenchmark: Benchmark = async context => {
  if (!collectionsThere()) {
    context.say('rank: skipped, the judged collections are not there (set WELLMET_SHARED to their folder)')
    return []
  }
  const names = context.quick ? QUICK : [...COLLECTIONS]
  const collections = names.map(loadCollection)
  // Speed first, before the peers of the comparison have filled the memory.
  const speed = await compareSpeed(context, collections)
  return [...(await compareQuality(context, collections)), ...speed]
}

async function compareQuality(context: BenchContext, collections: Collection[]): Promise<BenchResult[]> {
  const connection = await context.database()
  if (!connection) context.say('PostgreSQL: left out, no server can be reached')
  const postgres = connection ? postgresPeers(connection) : []
  context.say(
    `${'nDCG@10'.padEnd(24)}${collections.map(c => c.name.slice(0, 10).padStart(12)).join('')}${'mean'.padStart(10)}`,
  )
  const own = meanOf(await measure(ours, collections, context))
  const figures: [string, number][] = []
  for (const peer of [miniSearch, lunrJs, orama, plainBm25])
    figures.push([peer.name, meanOf(await measure(peer, collections, context))])
  const setUps: number[][] = []
  for (const peer of postgres) setUps.push(await measure(peer, collections, context))
  if (setUps.length > 0) {
    const best = collections.map((_, at) => Math.max(...setUps.map(figuresOf => figuresOf[at]!)))
    context.say(
      row(
        'PostgreSQL, better one',
        best.map(figure => figure.toFixed(4)),
        meanOf(best),
      ),
    )
    figures.push(['PostgreSQL full text', meanOf(best)])
  }
  const limit = context.quick ? null : 'at least 0.415, and above the peer'
  return figures.map(([peer, value]) =>
    beside({ name: `rank, mean of ${collections.length} sets`, value: own, unit: 'nDCG@10', limit }, peer, value),
  )
}

/** One figure a collection. A slow engine is cut, and averaged over the queries it did: a sample, since order is shuffled. */
async function measure(peer: Peer, collections: Collection[], context: BenchContext): Promise<number[]> {
  const cutAfter = peer === ours ? Number.POSITIVE_INFINITY : (context.full ? 60 : context.quick ? 5 : 15) * 1000
  const figures: number[] = []
  const cells: string[] = []
  let cut = ''
  for (const collection of collections) {
    const search = await peer.build(collection.documents)
    const began = performance.now()
    let sum = 0
    let done = 0
    for (const query of shuffled(collection.queries, 7)) {
      sum += ndcgAt10(await search(query.text), collection.grades.get(query.id)!)
      done++
      if (performance.now() - began > cutAfter) break
    }
    const isCut = done < collection.queries.length
    figures.push(sum / done)
    cells.push(`${(sum / done).toFixed(4)}${isCut ? '*' : ''}`)
    if (isCut) cut += ` ${collection.name} ${done} of ${collection.queries.length};`
  }
  context.say(row(peer.name, cells, meanOf(figures)))
  if (cut !== '') context.say(`  * cut after ${cutAfter / 1000} s, mean of the queries done:${cut.slice(0, -1)}`)
  return figures
}

const row = (name: string, cells: string[], mean: number): string =>
  `${name.padEnd(24)}${cells.map(cell => cell.padStart(12)).join('')}${mean.toFixed(4).padStart(10)}`

const meanOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0) / figures.length

/** Time to index 20,000 texts and to rank them for needs of 60 words, beside plain BM25 on the same texts. */
async function compareSpeed(context: BenchContext, collections: Collection[]): Promise<BenchResult[]> {
  const pool = shuffled(
    collections.flatMap(collection => collection.documents),
    11,
  )
  const texts = Array.from({ length: TEXTS }, (_, at) => pool[at % pool.length]!)
  const needs = needsOf(pool)
  const [own, peer] = [await time(ours, texts, needs), await time(plainBm25, texts, needs)]
  context.say(
    `${TEXTS} texts, ${texts.reduce((sum, text) => sum + wordsOf(text).length, 0)} words, ${needs.length} needs of ${NEED_WORDS} words`,
  )
  const limits = [
    ['index 20,000 texts', 's', 'at most 10', 'build'],
    ['rank a need of 60 words, p50', 'ms', null, 'p50'],
    ['rank a need of 60 words, p95', 'ms', 'at most 50', 'p95'],
  ] as const
  return limits.map(([name, unit, limit, figure]) =>
    beside({ name, unit, limit, value: own[figure] }, peer.name, peer[figure]),
  )
}

async function time(engine: Peer, texts: BenchDocument[], needs: string[]) {
  const began = performance.now()
  const search = await engine.build(texts)
  const build = (performance.now() - began) / 1000
  const times: number[] = []
  for (const need of needs) {
    const asked = performance.now()
    await search(need)
    times.push(performance.now() - asked)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))]!
  return { name: engine.name, build, p50: at(0.5), p95: at(0.95) }
}

/** Needs with true vocabulary: sixty words of a text, joined with the next one where it is short. */
function needsOf(pool: BenchDocument[]): string[] {
  const needs: string[] = []
  for (let at = 0; needs.length < NEEDS_TIMED && at + 1 < pool.length; at += 2) {
    const words = [...wordsOf(pool[at]!), ...wordsOf(pool[at + 1]!)]
    if (words.length >= NEED_WORDS) needs.push(words.slice(0, NEED_WORDS).join(' '))
  }
  return needs
}

const wordsOf = ({ title, text }: BenchDocument): string[] =>
  `${title} ${text}`.split(/\s+/).filter(word => word !== '')
