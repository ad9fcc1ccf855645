import { dot } from './meaning.js'
import type { Profile, Terms } from './profile.js'

/** What two texts have in common, leg by leg; the same from either side. */
export interface Likeness {
  words: number
  characters: number
  meaning: number
}

/** One named contribution; the contributions of a score add up to it. */
export interface ScorePart {
  name: string
  points: number
}

export interface Score {
  /** Sort key, never shown to a person. Zero is the likeness of two texts picked at random. */
  score: number
  parts: ScorePart[]
}

/**
 * Each leg is measured in deviations from what two unrelated texts have in common, so that legs can be added.
 * Means and deviations of 4,000 random pairs in each of the eight judged collections, averaged: fixed, so a score does
 * not depend on who asks nor on what else is in the list. Printed anew by `npm run bench -- label-curve`.
 */
export const SCORE_SCALE = {
  version: 'text-1',
  legs: [
    { leg: 'words', name: 'Words in common', weight: 1, mean: 0.034, deviation: 0.04 },
    { leg: 'characters', name: 'Parts of words in common', weight: 0.5, mean: 0.074, deviation: 0.045 },
    { leg: 'meaning', name: 'Meaning', weight: 0.5, mean: 0.044, deviation: 0.055 },
  ],
} as const

/** The score of two texts and what it is made of. This line ranks a match, in both directions. */
export function scoreOf(a: Profile, b: Profile): Score {
  const alike = likeness(a, b)
  const parts = SCORE_SCALE.legs.map(({ leg, name, weight, mean, deviation }) => ({
    name,
    points: (weight * (alike[leg] - mean)) / deviation,
  }))
  return { score: parts.reduce((sum, part) => sum + part.points, 0), parts }
}

/**
 * The likeness of two texts: on the lexical legs the mean of what each scores against the other, as a share of what
 * it scores against itself; for meaning the cosine. Swapping the two changes no bit of it.
 */
export function likeness(a: Profile, b: Profile): Likeness {
  return {
    words: overlap(a.words, b.words),
    characters: overlap(a.characters, b.characters),
    meaning: Math.max(0, dot(a.meaning, b.meaning, 0)),
  }
}

/** Calls `take` for each common term in ascending order; the shares add up to the likeness of this leg. */
export function eachShared(a: Terms, b: Terms, take: (id: number, share: number) => void): void {
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const step = a.ids[i]! - b.ids[j]!
    if (step === 0) {
      take(a.ids[i]!, ((a.asked[i]! * b.held[j]!) / a.own + (b.asked[j]! * a.held[i]!) / b.own) / 2)
    }
    if (step <= 0) i++
    if (step >= 0) j++
  }
}

function overlap(a: Terms, b: Terms): number {
  let sum = 0
  eachShared(a, b, (_, share) => {
    sum += share
  })
  return sum
}
