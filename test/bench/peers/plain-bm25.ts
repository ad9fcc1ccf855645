import { stem } from '../../../server/domain/text/porter2.js'
import type { Peer } from './peer.js'

const K1 = 1.2
const B = 0.75
/** Lucene's default English stop words. */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
)

const termsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter(word => !STOP_WORDS.has(word)).map(stem)

/** BM25 as in Lucene (k1 1.2, b .75, 33 stop words, Porter2) over title and text as one, written for comparison only. */
export const plainBm25: Peer = {
  name: 'plain BM25',
  async build(documents) {
    const postings = new Map<string, Map<number, number>>()
    const lengths = documents.map((document, at) => {
      const terms = termsOf(`${document.title} ${document.text}`)
      for (const term of terms) {
        const holders = postings.get(term) ?? new Map<number, number>()
        postings.set(term, holders)
        holders.set(at, (holders.get(at) ?? 0) + 1)
      }
      return terms.length
    })
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    return query => {
      const scores = new Map<number, number>()
      for (const term of termsOf(query)) {
        const holders = postings.get(term) ?? new Map<number, number>()
        const idf = Math.log(1 + (lengths.length - holders.size + 0.5) / (holders.size + 0.5))
        for (const [at, count] of holders) {
          const part = (idf * count) / (count + K1 * (1 - B + (B * lengths[at]!) / mean))
          scores.set(at, (scores.get(at) ?? 0) + part)
        }
      }
      const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10)
      return best.map(([at]) => documents[at]!.id)
    }
  },
}
