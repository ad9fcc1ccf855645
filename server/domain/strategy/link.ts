import { linksByCode } from './code-rules.js'
import type { Corpus } from './corpus.js'
import type { Item, Priority, Suggestion } from './items.js'
import { WordOverlap } from './word-overlap.js'

/** Fewest letters of own words below which there is nothing to compare. */
const LEAST_TEXT = 12

/**
 * Proposes links between items and the priorities of one framework. A rule comes before the word overlap: where both
 * point at the same priority the link is the rule's, and the sentence is quoted behind the code.
 */
export function linkItems(corpus: Corpus, priorities: readonly Priority[]): Suggestion[] {
  const overlap = new WordOverlap(priorities, corpus)
  return corpus.items.flatMap(analysed => {
    const byPriority = new Map(overlap.suggest(analysed).map(s => [s.priorityId, s]))
    for (const rule of linksByCode(analysed.item, priorities)) {
      const words = byPriority.get(rule.priorityId)?.quotes.filter(q => q.side === 'item') ?? []
      const [code, ...definition] = rule.quotes
      byPriority.set(rule.priorityId, { ...rule, quotes: [code, ...words, ...definition] })
    }
    return [...byPriority.values()]
  })
}

/** Whether an item can be compared with priorities at all: it carries a code, or enough words of its own. */
export const isCodable = (item: Item): boolean =>
  item.codes.length > 0 || item.passages.some(p => p.text.replace(/[^\p{L}]/gu, '').length >= LEAST_TEXT)
