/** A UK postcode in its parts. */
export interface Postcode {
  /** "DH1 5TS" */
  text: string
  /** "DH1" */
  outward: string
}

const FORM = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/**
 * A postcode in its usual spelling: upper case, one blank. Accepts missing and doubled blanks and dots, and reads
 * the letter O as a zero where only a digit can stand ("CRO 1JB" is CR0 1JB). Null for everything else: "94107",
 * "NE1 GEJ", "XXX".
 */
export function postcode(written: string | null | undefined): Postcode | null {
  const compact = (written ?? '').toUpperCase().replace(/[\s.]/g, '')
  if (compact.length < 5 || compact.length > 7) return null
  const parts = FORM.exec(compact) ?? FORM.exec(withZeros(compact))
  if (!parts) return null
  const [, outward = '', inward = ''] = parts
  return { text: `${outward} ${inward}`, outward }
}

/** Replaces the letter O by a zero at the first place of the inward half and after the area letters. */
function withZeros(compact: string): string {
  const outward = compact.slice(0, -3).replace(/^([A-Z]{1,2})O/, '$10')
  return outward + compact.slice(-3).replace(/^O/, '0')
}

/** Every postcode that stands in a line of text, for addresses that come as one line. The last one is the likeliest. */
export function postcodesIn(text: string): Postcode[] {
  const found = text.toUpperCase().match(/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g) ?? []
  return found.flatMap(one => postcode(one) ?? [])
}
