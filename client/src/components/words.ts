import type { FitLabel, ItemKind } from '../api/types.js'
import { capital } from '../format/words.js'

/** The words for codes that the server sends, as the glossary has them. */

export const fitWord: Record<FitLabel, string> = { strong: 'Strong', possible: 'Possible', weak: 'Weak' }

export const itemWord: Record<ItemKind, { column: string; one: string; many: string }> = {
  need: { column: 'Open needs', one: 'need', many: 'needs' },
  organisation: { column: 'Organisations', one: 'organisation', many: 'organisations' },
  idea: { column: 'Ideas not adopted', one: 'idea', many: 'ideas' },
  award: { column: 'Awards', one: 'award', many: 'awards' },
}

const codes: Record<string, string> = {
  in_challenge: 'in a challenge',
  in_procurement: 'in procurement',
  closed_unmet: 'closed, not met',
  consulted: 'from consultation',
  entered: 'entered by hand',
  harvested: 'read from a notice',
  not_targeted: 'not targeted',
  rule: 'by its classification code',
  model: 'by shared words',
  officer: 'by an officer',
  declared: 'by its owner',
}

/** A code as words: "in_procurement" is "in procurement". */
export const plain = (code: string): string => codes[code] ?? code.replaceAll('_', ' ')

/** The same at the beginning of a line. */
export const sentence = (code: string): string => capital(plain(code))
