import { termOf, tokenise } from '../text/analyse.js'
import { ASKING_WORDS } from './asking-words.js'
import { type AnalysedItem, type Corpus, type Sentence, termsOf } from './corpus.js'
import type { Priority, Quote, Suggestion } from './items.js'

export const OVERLAP_METHOD = 'word-overlap/2'

/** A priority is suggested when it shares at least this part of what the best priority of the framework shares. */
const OF_THE_BEST = 0.6
/** Words of a priority's title say what it is about: they count double. */
const TITLE_WEIGHT = 2
/** Different words that the quoted sentence must share: one word in common is a coincidence. */
const LEAST_SHARED = 2
/** Least weight of the shared words; a word that only one priority and only one item use weighs 1. */
const LEAST_WEIGHT = 1.2
/** The overlap is not calibrated on labelled items of a place, so it never claims more than this. */
const MOST_CONFIDENT = 0.85

/** A priority with the weight of each of its words. */
interface WeighedPriority {
  priority: Priority
  weights: Map<string, number>
}

/** What an item and a priority share. */
interface Overlap {
  of: WeighedPriority
  shared: Set<string>
  weight: number
}

/**
 * Weighted word overlap between items and the priorities of one framework: title and definition against the item's own
 * words. A word weighs more the fewer priorities and the fewer items use it. It proposes; people decide.
 */
export class WordOverlap {
  /** Term -> the priorities that use it. */
  private readonly index = new Map<string, WeighedPriority[]>()

  constructor(
    priorities: readonly Priority[],
    private readonly corpus: Corpus,
  ) {
    const words = priorities.map(p => ({
      priority: p,
      title: termsOf(p.title),
      all: termsOf(`${p.title} ${p.definition}`),
    }))
    const users = new Map<string, number>()
    for (const { all } of words) for (const term of all) users.set(term, (users.get(term) ?? 0) + 1)
    const most = Math.log(1 + priorities.length)
    for (const { priority, title, all } of words) {
      const entry: WeighedPriority = { priority, weights: new Map() }
      for (const term of all) {
        if (ASKING_WORDS.has(term)) continue
        const special = Math.log(1 + priorities.length / (users.get(term) ?? 1)) / most
        entry.weights.set(term, special * corpus.rarity(term) * (title.has(term) ? TITLE_WEIGHT : 1))
        const there = this.index.get(term)
        if (there) there.push(entry)
        else this.index.set(term, [entry])
      }
    }
  }

  /** The priorities that the item's words point at, each with the sentence that says so. No such sentence, no link. */
  suggest(item: AnalysedItem): Suggestion[] {
    const overlaps = this.overlapsOf(item)
    const best = overlaps.reduce((most, o) => Math.max(most, o.weight), 0)
    return overlaps
      .filter(o => o.weight >= best * OF_THE_BEST && o.weight >= LEAST_WEIGHT)
      .flatMap(o => {
        const sentence = bestSentence(item, o)
        return sentence ? [this.suggestion(item, o, sentence)] : []
      })
  }

  private overlapsOf(item: AnalysedItem): Overlap[] {
    const found = new Map<WeighedPriority, Overlap>()
    for (const term of item.terms) {
      for (const of of this.index.get(term) ?? []) {
        const overlap = found.get(of) ?? { of, shared: new Set<string>(), weight: 0 }
        overlap.shared.add(term)
        overlap.weight += of.weights.get(term) ?? 0
        found.set(of, overlap)
      }
    }
    return [...found.values()]
  }

  private suggestion({ item }: AnalysedItem, { of, shared }: Overlap, sentence: Sentence): Suggestion {
    const said: Quote = {
      side: 'item',
      field: sentence.field,
      text: sentence.text,
      marks: marked(sentence.text, shared),
    }
    const { id, definition } = of.priority
    return {
      kind: item.kind,
      itemId: item.id,
      priorityId: id,
      basis: 'model',
      grade: 'significant',
      confidence: this.confidence(sentence, shared),
      method: OVERLAP_METHOD,
      quotes: [said, { side: 'priority', field: 'definition', text: definition, marks: marked(definition, shared) }],
    }
  }

  /** The part of the quoted sentence, by the weight of its words, that the priority uses too. An overlap, not a probability. */
  private confidence(sentence: Sentence, shared: ReadonlySet<string>): number {
    let all = 0
    let met = 0
    for (const term of sentence.terms) {
      all += this.corpus.rarity(term)
      if (shared.has(term)) met += this.corpus.rarity(term)
    }
    return Math.round(Math.min(MOST_CONFIDENT, met / all) * 100) / 100
  }
}

/** The item's sentence that shares most with the priority, the first of equals; null when none holds enough of it by itself. */
function bestSentence(item: AnalysedItem, { of, shared }: Overlap): Sentence | null {
  let best: Sentence | null = null
  let most = 0
  for (const sentence of item.sentences) {
    const met = [...sentence.terms].filter(term => shared.has(term))
    const weight = met.reduce((sum, term) => sum + (of.weights.get(term) ?? 0), 0)
    if (met.length >= LEAST_SHARED && weight > most) {
      most = weight
      best = sentence
    }
  }
  return best
}

/** Where the shared words stand in the text. Neighbours join, so that a phrase is marked as one. */
export function marked(text: string, shared: ReadonlySet<string>): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = []
  for (const token of tokenise(text)) {
    if (!shared.has(termOf(token.word))) continue
    const last = marks.at(-1)
    if (last && /^[\s-]*$/.test(text.slice(last.end, token.start))) last.end = token.end
    else marks.push({ start: token.start, end: token.end })
  }
  return marks
}
