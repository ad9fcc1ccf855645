import { eachWord, termOf } from '../text/analyse.js'
import { gramsOf, saturatedGram } from './character-index.js'
import { type IndexedText, idf, saturated } from './inverted-index.js'
import { meaningOf } from './meaning.js'
import type { RankIndex } from './rank.js'

/** The terms (or pieces of words) of one text in ascending order of their number in the index. */
export interface Terms {
  ids: Uint32Array
  /** What the text asks for with each: how often it says it, times how much the term says. */
  asked: Float64Array
  /** What it offers with each: the saturated frequency, length considered. */
  held: Float64Array
  /** What the text scores against itself: the scale of everything that is scored against it. */
  own: number
}

/** One text ready to be scored against any other of the same index, in either direction. */
export interface Profile {
  words: Terms
  characters: Terms
  meaning: Float32Array
}

/** Reads a text against the statistics of an index. Words that no text of the index holds are left out. */
export function profileOf(index: RankIndex, text: IndexedText): Profile {
  const words = new Map<number, { title: number; text: number }>()
  const grams = new Map<number, number>()
  const lengths = { title: 0, text: 0, grams: 0 }
  for (const field of ['title', 'text'] as const) {
    eachWord(text[field], word => {
      for (const piece of gramsOf(word)) {
        lengths.grams++
        const gram = index.characters.grams.get(piece)
        if (gram !== undefined) grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
      const name = termOf(word)
      if (name === '') return
      lengths[field]++
      const term = index.lexical.terms.get(name)
      if (term === undefined) return
      const counts = words.get(term) ?? { title: 0, text: 0 }
      counts[field]++
      words.set(term, counts)
    })
  }
  const { lexical, characters } = index
  const titleLength = lengths.title / (lexical.meanTitle || 1)
  const textLength = lengths.text / (lexical.meanText || 1)
  const gramLength = lengths.grams / (characters.meanLength || 1)
  return {
    words: toTerms(words, lexical, ({ title, text }) => ({
      count: title + text,
      held: saturated(title, text, titleLength, textLength),
    })),
    characters: toTerms(grams, characters, count => ({ count, held: saturatedGram(count, gramLength) })),
    meaning: meaningOf(index.meaning, `${text.title}\n${text.text}`),
  }
}

function toTerms<T>(
  counts: Map<number, T>,
  { size, first }: { size: number; first: Uint32Array },
  read: (counts: T) => { count: number; held: number },
): Terms {
  const ids = Uint32Array.from(counts.keys()).sort()
  const asked = new Float64Array(ids.length)
  const held = new Float64Array(ids.length)
  let own = 0
  ids.forEach((id, at) => {
    const one = read(counts.get(id)!)
    asked[at] = one.count * idf(size, first[id + 1]! - first[id]!)
    held[at] = one.held
    own += asked[at]! * one.held
  })
  return { ids, asked, held, own }
}
