import { describe, expect, it } from 'vitest'
import { buildInvertedIndex } from '../../../../server/domain/matching/inverted-index.js'
import { addMeaningScores, learnMeaning, meaningOf } from '../../../../server/domain/matching/meaning.js'

// "lonely" and "isolated" never stand together, but keep the same company.
const index = buildInvertedIndex(
  [
    'lonely pensioners lunch club company',
    'isolated pensioners lunch club company',
    'lonely pensioners lunch club',
    'isolated pensioners lunch company',
    'flood gauge river warning',
    'river flood gauge rain',
    'rain flood warning river',
  ].map(text => ({ title: '', text })),
)

describe('the space of meaning', () => {
  const space = learnMeaning(index, { dimensions: 2 })

  it('brings words together that keep the same company', () => {
    const scores = new Float64Array(index.size)
    addMeaningScores(space, meaningOf(space, 'lonely'), scores)
    expect(scores[3]).toBeGreaterThan(0.9)
    expect(Math.abs(scores[4]!)).toBeLessThan(0.1)
  })

  it('is the same, bit for bit, when it is learned again', () => {
    expect(learnMeaning(index, { dimensions: 2 }).vectors).toEqual(space.vectors)
  })

  it('places a text of unknown words at zero', () => {
    expect([...meaningOf(space, 'zebra')]).toEqual([0, 0])
  })

  it('can be learned from a part, and places the rest in it', () => {
    const part = learnMeaning(index, { dimensions: 2, learnFrom: 4 })
    expect(part.vectors.length).toBe(index.size * 2)
  })
})
