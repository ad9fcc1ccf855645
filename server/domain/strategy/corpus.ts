import { termOf, tokenise } from '../text/analyse.js'
import type { Item } from './items.js'
import { sentencesOf } from './sentences.js'

/** One sentence of an item, with the terms that it can share. */
export interface Sentence {
  field: string
  text: string
  terms: ReadonlySet<string>
}

/** An item, analysed once for all frameworks. */
export interface AnalysedItem {
  item: Item
  sentences: Sentence[]
  terms: ReadonlySet<string>
}

/** All items that are compared, and how common each word is among them. */
export class Corpus {
  readonly items: AnalysedItem[]
  private readonly users = new Map<string, number>()

  constructor(items: readonly Item[]) {
    this.items = items.map(analysed)
    for (const { terms } of this.items) {
      for (const term of terms) this.users.set(term, (this.users.get(term) ?? 0) + 1)
    }
  }

  /** How rare a word is among the items: 1 for a word that one of them uses, near 0 for a word that all use. */
  rarity(term: string): number {
    const size = this.items.length
    if (size < 2) return 1
    return Math.log(1 + size / Math.max(1, this.users.get(term) ?? 0)) / Math.log(1 + size)
  }
}

/** The words of a text that can be shared: stems without function words and bare numbers. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  for (const { word } of tokenise(text)) {
    const term = termOf(word)
    if (term !== '' && !/^\d+$/.test(term)) terms.add(term)
  }
  return terms
}

function analysed(item: Item): AnalysedItem {
  const sentences = item.passages.flatMap(({ field, text }) =>
    sentencesOf(text).map(sentence => ({ field, text: sentence, terms: termsOf(sentence) })),
  )
  const terms = new Set<string>()
  for (const sentence of sentences) for (const term of sentence.terms) terms.add(term)
  return { item, sentences, terms }
}
