import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface BenchDocument {
  id: string
  title: string
  text: string
}

/** A judged collection: grades above zero by query and document. Queries without one are left out. */
export interface Collection {
  name: string
  documents: BenchDocument[]
  queries: { id: string; text: string }[]
  grades: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The judged public collections, described in their own README. */
export const COLLECTIONS = [
  'cranfield',
  'scifact',
  'stackfaq',
  'challenges',
  'notices_suppliers',
  'bills_companies',
  'companies_bills',
  'notices_cpv',
] as const

const folder = resolve(process.env.WELLMET_SHARED ?? '../shared', 'collections', 'text')

export const collectionsThere = (): boolean => existsSync(folder)

export function loadCollection(name: string): Collection {
  const lines = (file: string): string[] =>
    readFileSync(join(folder, name, file), 'utf8')
      .trim()
      .split('\n')
  const grades = new Map<string, Map<string, number>>()
  for (const line of lines('qrels.tsv')) {
    const [query = '', document = '', grade = '0'] = line.split('\t')
    if (Number(grade) <= 0) continue
    if (!grades.has(query)) grades.set(query, new Map())
    grades.get(query)!.set(document, Number(grade))
  }
  return {
    name,
    documents: lines('corpus.jsonl').map(line => JSON.parse(line) as BenchDocument),
    queries: lines('queries.jsonl')
      .map(line => JSON.parse(line) as { id: string; text: string })
      .filter(query => grades.has(query.id)),
    grades,
  }
}

/** Normalised discounted cumulative gain of the first ten, linear gain (Järvelin and Kekäläinen 2002). */
export function ndcgAt10(ranked: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
  const best = [...grades.values()].sort((a, b) => b - a)
  return gain(ranked.map(id => grades.get(id) ?? 0)) / gain(best)
}

/** A sequence of numbers 0 to 1 that is the same in every run (minimal standard generator of Park and Miller). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The same order in every run, unrelated to that of the list: a part of it is a fair sample. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = seeded(seed)
  const result = [...list]
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const kept = result[at]!
    result[at] = result[other]!
    result[other] = kept
  }
  return result
}
