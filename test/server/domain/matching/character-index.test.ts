import { describe, expect, it } from 'vitest'
import { addCharacterScores, buildCharacterIndex, gramsOf } from '../../../../server/domain/matching/character-index.js'

describe('pieces of words', () => {
  it('are four letters long and know where a word begins and ends', () => {
    expect(gramsOf('care')).toEqual(['_car', 'care', 'are_'])
    expect(gramsOf('as')).toEqual(['_as_'])
    expect(gramsOf('x')).toEqual(['_x_'])
  })

  it('find a word with a typing error', () => {
    const texts = ['befriending visits', 'roof repairs'].map(text => ({ title: '', text }))
    const scores = new Float64Array(2)
    addCharacterScores(buildCharacterIndex(texts), 'befreinding', scores)
    expect(scores[0]).toBeGreaterThan(0)
    expect(scores[1]).toBe(0)
  })

  // Two texts of one word each: every piece has idf ln(1 + 1.5/1.5) and frequency 2.6 / 2.6.
  it('are scored by BM25', () => {
    const texts = ['care', 'roof'].map(text => ({ title: '', text }))
    const scores = new Float64Array(2)
    addCharacterScores(buildCharacterIndex(texts), 'care', scores)
    expect(scores[0]).toBeCloseTo(3 * Math.log(2), 6)
  })
})
