import { describe, expect, it } from 'vitest'
import { buildRankIndex, rankTexts } from '../../../../server/domain/matching/rank.js'

const texts = [
  { title: 'Lunch clubs', text: 'Lonely older people meet once a week.' },
  { title: 'Flood warning', text: 'Gauges in the beck warn villages.' },
  { title: 'Befriending', text: 'Volunteers visit older people who are lonely.' },
]
const index = buildRankIndex(texts)

describe('ranking texts', () => {
  it('puts the text that speaks of it first and leaves out what has nothing in common', () => {
    expect(rankTexts(index, 'volunteers who visit lonely people', 10).map(one => one.doc)).toEqual([2, 0])
  })

  it('gives no more than was asked for, and only from the range', () => {
    expect(rankTexts(index, 'lonely people', 1, { from: 0, to: 1 }).map(one => one.doc)).toEqual([0])
  })

  it('has nothing to say to an empty question, nor in an empty index', () => {
    expect(rankTexts(index, '', 10)).toEqual([])
    expect(rankTexts(buildRankIndex([]), 'lonely', 10)).toEqual([])
  })
})
