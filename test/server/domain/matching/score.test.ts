import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../../../server/domain/matching/profile.js'
import { buildRankIndex } from '../../../../server/domain/matching/rank.js'
import { eachShared, likeness, scoreOf } from '../../../../server/domain/matching/score.js'

const words = ['care', 'damp', 'beck', 'visit', 'home', 'wall', 'early', 'warn', 'gauge', 'staff', 'lunch', 'village']
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 15 }).map(list => list.join(' '))
const text = fc.record({ title: sentence, text: sentence })
const index = buildRankIndex(
  words.map((word, at) => ({ title: word, text: `${word} ${words[(at * 5) % 12]} ${words[(at + 3) % 12]}` })),
)

describe('the score of two texts', () => {
  it('is the same from either side, bit for bit', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [profileOf(index, one), profileOf(index, other)]
        expect(scoreOf(a, b)).toEqual(scoreOf(b, a))
      }),
    )
  })

  it('is the sum of its parts, and the words leg the sum of its terms', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [profileOf(index, one), profileOf(index, other)]
        const { score, parts } = scoreOf(a, b)
        expect(parts.map(part => part.name)).toEqual(['Words in common', 'Parts of words in common', 'Meaning'])
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(score)
        let shares = 0
        eachShared(a.words, b.words, (_, share) => {
          shares += share
        })
        expect(shares).toBe(likeness(a, b).words)
      }),
    )
  })

  it('of a text with itself is one on every leg', () => {
    const same = profileOf(index, { title: 'damp wall', text: 'warn the village' })
    const { words: ofWords, characters, meaning } = likeness(same, same)
    expect([ofWords, characters, meaning].map(value => Number(value.toFixed(6)))).toEqual([1, 1, 1])
  })

  it('of texts without a common word or piece is nothing on the lexical legs', () => {
    const [a, b] = [profileOf(index, { title: '', text: 'damp' }), profileOf(index, { title: '', text: 'lunch' })]
    expect([likeness(a, b).words, likeness(a, b).characters]).toEqual([0, 0])
  })
})
