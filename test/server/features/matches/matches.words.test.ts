import { describe, expect, it } from 'vitest'
import { distanceWords } from '../../../../server/features/matches/match-view.js'
import { ideasHeadline, matchesHeadline, whyCountsOnly } from '../../../../server/features/matches/matches.words.js'

describe('who could meet a need, in words', () => {
  const head = (strong: number, possible: number, weak = 0, ideas = 0) =>
    matchesHeadline({ strong, possible, weak, ideas })

  it('is right for none, one and many', () => {
    expect(head(0, 0)).toBe('No organisation fits well enough.')
    expect(head(0, 0, 4, 2)).toBe('No organisation fits well enough. 4 are just below, and 2 earlier ideas come close.')
    expect(head(0, 0, 1)).toBe('No organisation fits well enough. 1 is just below.')
    expect(head(0, 0, 0, 1)).toBe('No organisation fits well enough. 1 earlier idea comes close.')
    expect(head(1, 0)).toBe('One organisation could meet this, and well')
    expect(head(0, 1)).toBe('One organisation could meet this')
    expect(head(2, 3)).toBe('Five organisations could meet this, two of them well')
    expect(head(0, 3)).toBe('Three organisations could meet this, none of them strongly')
    expect(head(12, 0)).toBe('12 organisations could meet this, all of them well')
  })

  it('counts ideas in the same way', () => {
    expect([0, 1, 2].map(ideasHeadline)).toEqual([
      'No idea that was not adopted elsewhere fits here',
      'One idea that was not adopted elsewhere, and fits here',
      'Two ideas that were not adopted elsewhere, and fit here',
    ])
  })

  it('says which role sees names', () => {
    expect(whyCountsOnly('anonymous')).toBe(
      'Names and evidence are for the officers and commissioners of a hub. You are not signed in.',
    )
  })

  it('says distance to the mile, and when it is not known', () => {
    expect([null, 0.4, 1.2, 19.2].map(distanceWords)).toEqual([
      'distance not known',
      'in the area',
      '1 mile',
      '19 miles',
    ])
  })
})
