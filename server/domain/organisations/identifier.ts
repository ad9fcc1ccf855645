import { companyNumber } from './company-number.js'

/** A register's number for a body: org-id scheme and number, as text. */
export interface Identifier {
  scheme: string
  id: string
}

/**
 * An identifier in one spelling: scheme upper case, company numbers padded, charity numbers without blanks.
 * Null when there is no number, or one that cannot be of that register.
 */
export function identifier(scheme: string | null | undefined, id: string | null | undefined): Identifier | null {
  if (!scheme || !id) return null
  const upper = scheme.trim().toUpperCase()
  const number = id.trim()
  if (upper === '' || number === '') return null
  if (upper === 'GB-COH') {
    const padded = companyNumber(number)
    return padded === null ? null : { scheme: upper, id: padded }
  }
  if (upper === 'GB-CHC') {
    const digits = number.replace(/\s/g, '')
    return /^\d{5,7}(-\d+)?$/.test(digits) ? { scheme: upper, id: digits } : null
  }
  return { scheme: upper, id: number }
}

/** Reads an OCDS party id such as GB-COH-01234567 or GB-LAE-DUR. Null when there is no scheme in front. */
export function identifierOfPartyId(partyId: string | null | undefined): Identifier | null {
  const parts = /^([A-Z]{2}-[A-Z]{2,5})-(.+)$/i.exec(partyId?.trim() ?? '')
  return parts ? identifier(parts[1], parts[2]) : null
}

/** Each identifier once, in the order in which they came. */
export function distinctIdentifiers(all: (Identifier | null)[]): Identifier[] {
  const seen = new Map<string, Identifier>()
  for (const one of all) if (one && !seen.has(`${one.scheme} ${one.id}`)) seen.set(`${one.scheme} ${one.id}`, one)
  return [...seen.values()]
}
