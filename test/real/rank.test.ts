import { expect, it } from 'vitest'
import { buildRankIndex, rankTexts } from '../../server/domain/matching/rank.js'
import { loadCollection, ndcgAt10 } from '../bench/collections.js'
import { describeShared } from '../setup/shared.js'

// The small judged collections; `npm run bench -- rank` measures all eight beside other engines.
describeShared('collections/text', 'ranking on judged public collections', () => {
  it.each([
    ['challenges', 0.65],
    ['notices_suppliers', 0.345],
    ['bills_companies', 0.31],
    ['companies_bills', 0.265],
  ])('%s: nDCG@10 stays at or above %d', (name, floor) => {
    const { documents, queries, grades } = loadCollection(name)
    const index = buildRankIndex(documents)
    const figures = queries.map(({ id, text }) =>
      ndcgAt10(
        rankTexts(index, text, 10).map(({ doc }) => documents[doc]!.id),
        grades.get(id)!,
      ),
    )
    expect(figures.reduce((sum, figure) => sum + figure, 0) / figures.length).toBeGreaterThanOrEqual(floor)
  })
})
