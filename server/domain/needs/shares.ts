import { inWords, startWords, upperFirst } from './words.js'

/** A share as the subject of a sentence, and whether its verb is in the plural. */
export interface ShareSubject {
  words: string
  plural: boolean
}

/** A share in words that begin a sentence: "Almost one need in five", "About half of the needs", "Seven of 9 needs". */
export function shareSubject(part: number, whole: number, [one, more]: [string, string]): ShareSubject {
  if (part === 0 || whole === 0) return { words: `No ${one}`, plural: false }
  if (part === whole) return { words: whole === 1 ? `The only ${one}` : `Every ${one}`, plural: false }
  const share = part / whole
  const nearest = Math.round(1 / share)
  if (share > 0.55 || nearest > 20) return { words: `${startWords(part)} of ${whole} ${more}`, plural: part > 1 }
  if (share > 0.45) return { words: `About half of the ${more}`, plural: true }
  const distance = share - 1 / nearest
  const words = `one ${one} in ${inWords(nearest)}`
  if (Math.abs(distance) < 0.0005) return { words: upperFirst(words), plural: false }
  return { words: `${distance > 0 ? 'More than' : 'Almost'} ${words}`, plural: false }
}

const ORDINALS = ['', 'second ', 'third ', 'fourth ', 'fifth ', 'sixth ', 'seventh ', 'eighth ', 'ninth ']

/**
 * Where one value stands among places, in words: "Highest of four places", "Third highest of eight places".
 * Ties share the better place. Null when there is nobody to compare with.
 */
export function rankWords(own: number, others: readonly number[]): string | null {
  if (others.length === 0) return null
  const above = others.filter(value => value > own).length
  const below = others.filter(value => value < own).length
  const places = `${inWords(others.length + 1)} places`
  if (above === 0 && below === 0) return `The same in all ${places}`
  if (below === 0) return `Lowest of ${places}`
  const ordinal = ORDINALS[above] ?? `${above + 1}th `
  return upperFirst(`${ordinal}highest of ${places}`)
}
