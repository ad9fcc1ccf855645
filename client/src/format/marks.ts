/** A stretch of a quote: plain, or marked with the letter that it shares with the other side. */
export interface Stretch {
  text: string
  letter: string | null
  marked: boolean
}

interface Range {
  start: number
  end: number
  letter?: string
}

/**
 * Cuts a quote at its marked ranges. Ranges outside the text or inside an earlier one are dropped:
 * the words always stand as they are, whatever the ranges say.
 */
export function stretches(text: string, ranges: readonly Range[]): Stretch[] {
  const out: Stretch[] = []
  let at = 0
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const end = Math.min(range.end, text.length)
    if (range.start < at || range.start >= end) continue
    if (range.start > at) out.push({ text: text.slice(at, range.start), letter: null, marked: false })
    out.push({ text: text.slice(range.start, end), letter: range.letter ?? null, marked: true })
    at = end
  }
  if (at < text.length) out.push({ text: text.slice(at), letter: null, marked: false })
  return out
}
