/** A sentence that ends as sentences do: a full stop is added where none stands. */
export const ended = (text: string): string =>
  text === '' || /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`

/** With a capital at the beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The first sentence, and what follows it. */
export function firstSentence(text: string): { first: string; rest: string } {
  const [first = ''] = [...sentences.segment(text)].map(part => part.segment)
  return { first: first.trim(), rest: text.slice(first.length).trim() }
}

const LEAD_SENTENCES = 2
const LEAD_LETTERS = 420

/** The beginning of a long text for the head of a page: two sentences, or one when they are long. The rest follows whole. */
export function lead(text: string): { lead: string; rest: string } {
  const parts = [...sentences.segment(text)].map(part => part.segment)
  const two = parts.slice(0, LEAD_SENTENCES).join('')
  const taken = two.length > LEAD_LETTERS ? (parts[0] ?? '') : two
  return { lead: taken.trim(), rest: text.slice(taken.length).trim() }
}
