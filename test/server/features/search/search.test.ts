import { describe, expect, it } from 'vitest'
import { searchHeadline, share } from '../../../../server/features/search/search.service.js'

describe('the length of a search', () => {
  it('is shared by the kinds, and what a short list leaves goes to the others', () => {
    expect(share([['p'], ['a', 'b', 'c'], ['x', 'y', 'z']], 5)).toEqual(['p', 'a', 'b', 'x', 'y'])
    expect(share([[], ['a'], ['x', 'y', 'z']], 9)).toEqual(['a', 'x', 'y', 'z'])
    expect(share([['p'], ['a']], 1)).toEqual(['p'])
  })
})

describe('the head of a search', () => {
  const hits = (places: number, needs: number, organisations: number) =>
    searchHeadline(
      {
        places: { rows: [], total: places },
        needs: { rows: [], total: needs },
        organisations: { rows: [], total: organisations },
      },
      'falls',
    )

  it('is right for none, one and many', () => {
    expect(hits(0, 0, 0)).toBe('Nothing found for “falls”')
    expect(hits(0, 1, 0)).toBe('1 need for “falls”')
    expect(hits(1, 2, 3)).toBe('1 place, 2 needs and 3 organisations for “falls”')
  })
})
