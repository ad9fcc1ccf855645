import { describe, expect, it } from 'vitest'
import { buildInvertedIndex } from '../../../../server/domain/matching/inverted-index.js'
import { addLexicalScores } from '../../../../server/domain/matching/lexical-leg.js'

const index = buildInvertedIndex([
  { title: 'damp walls', text: 'the damp comes from rain' },
  { title: '', text: 'rain fills the beck' },
  { title: '', text: 'warm homes' },
])

function scores(query: string): number[] {
  const found = new Float64Array(index.size)
  addLexicalScores(index, query, found)
  return [...found]
}

describe('the inverted index', () => {
  // Worked by hand: content words a title 2, 0, 0 (mean 2/3) and a text 3, 3, 2 (mean 8/3); idf(damp) = ln(1 + 2.5/1.5).
  it('scores a word in both fields by BM25F', () => {
    const idf = Math.log(1 + 2.5 / 1.5)
    const frequency = 2.5 / (0.5 + 0.5 * (2 / (2 / 3))) + 1 / (0.25 + 0.75 * (3 / (8 / 3)))
    const expected = (idf * 2.6 * frequency) / (frequency + 1.6)
    expect(scores('damp')[0]).toBeCloseTo(expected, 6)
    expect(scores('damp').slice(1)).toEqual([0, 0])
  })

  it('counts a word of the query as often as it stands there', () => {
    expect(scores('damp damp')[0]).toBeCloseTo(2 * scores('damp')[0]!, 6)
  })

  // Ordered 1 and anyhow 1 in one text of three; that text has 7 words, the mean is 13/3.
  it('adds the nearness of neighbouring words of the query', () => {
    const alone = scores('damp')[0]! + scores('walls')[0]!
    const k = 1.2 * (0.25 + (0.75 * 7) / (13 / 3))
    const idf = Math.log(1 + 2.5 / 1.5)
    // "damp walls" stands in the title; the second "damp" is beyond eight words of "walls" because fields lie apart.
    expect(scores('damp walls')[0]! - alone).toBeCloseTo((0.1 * idf * 2.2) / (1 + k) + (0.05 * idf * 2.2) / (1 + k), 5)
  })

  it('knows nothing of function words and of words it never saw', () => {
    expect(scores('the from zebra')).toEqual([0, 0, 0])
  })

  it('may be empty', () => {
    expect(buildInvertedIndex([]).size).toBe(0)
  })
})
