// A full stop ends a sentence only before a blank and a capital or figure, so "St. John" may be cut but "£1.2m" is not.
const END = /(?<=[.!?])\s+(?=["“'(]?[\p{Lu}\p{N}])|\s*[\r\n;•]+\s*/gu

/** Longest quote that a reader is shown: longer sentences are cut at a word. */
const LONGEST = 320

/** Sentences of a text in order, trimmed, none longer than a quote may be. */
export function sentencesOf(text: string): string[] {
  return text
    .split(END)
    .flatMap(part => cut(part.trim()))
    .filter(part => part !== '')
}

function cut(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence]
  const blank = sentence.lastIndexOf(' ', LONGEST)
  const at = blank > 0 ? blank : LONGEST
  return [sentence.slice(0, at), ...cut(sentence.slice(at).trim())]
}
