/** A part of a text: `text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

/** A longer sentence does not fit beside another on a screen, nor in a mail. */
export const LONGEST_SENTENCE = 40

const BREAK = /[.!?]+["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])|\s*[\r\n]+\s*|\s+[•▪●]\s*|;\s+/gu
/** A full stop after one of these, or after a single letter, ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|dept|inc|ltd|plc|no|nos|st|dr|mr|mrs|ms|prof|vs|cf|fig|para|art|\p{Lu})\.$/iu
const WORD = /\S+/g

/**
 * Cuts a text into sentences of at most 40 words, white space trimmed. A longer one is cut after its last comma or
 * colon that leaves at least ten words on the left, else after the fortieth word. Each is a literal part of the text.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const found of text.matchAll(BREAK)) {
    const end = found.index + (/^[.!?]+["'”’)\]]*/.exec(found[0])?.[0].length ?? 0)
    if (found[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, end - 12), end))) continue
    addTrimmed(text, { start, end }, spans)
    start = found.index + found[0].length
  }
  addTrimmed(text, { start, end: text.length }, spans)
  return spans.flatMap(span => cutLong(text, span))
}

function addTrimmed(text: string, { start, end }: Span, spans: Span[]): void {
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const to = from + part.trim().length
  if (to > from) spans.push({ start: from, end: to })
}

function cutLong(text: string, span: Span): Span[] {
  const words = [...text.slice(span.start, span.end).matchAll(WORD)]
  if (words.length <= LONGEST_SENTENCE) return [span]
  let cut = LONGEST_SENTENCE
  while (cut > 10 && !/[,:)–—]$/.test(words[cut - 1]![0])) cut--
  if (cut === 10) cut = LONGEST_SENTENCE
  const last = words[cut - 1]!
  const end = span.start + last.index + last[0].length
  const next = span.start + words[cut]!.index
  return [{ start: span.start, end }, ...cutLong(text, { start: next, end: span.end })]
}
