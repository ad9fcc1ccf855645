export type Label = 'strong' | 'possible' | 'weak'

/**
 * How likely a pair is relevant: one logistic curve on the score. Fitted on the judged collection in which nearly every
 * relevant pair is known (questions and the answers of their thread): per query the best ten and five random ones of ranks
 * 11 to 100, weighted by how many they stand for. In the other collections most relevant pairs were never judged, so a
 * curve fitted there takes good matches for bad ones. Printed anew, with what came true per band in each collection, by
 * `npm run bench -- label-curve`. A hub with its own judgements will get its own curve.
 */
export const LABEL_CURVE = { version: 'answers-1', intercept: -5.102, slope: 0.3837 } as const

/** Bands of that probability, strongest first (matching-text section 8). Below the last: just below, no label. */
export const LABEL_BANDS: readonly { label: Label; from: number }[] = [
  { label: 'strong', from: 0.7 },
  { label: 'possible', from: 0.35 },
  { label: 'weak', from: 0.15 },
]

/** What the two texts give to go by, whichever side asks. */
export interface Grounds {
  /** Different words in common that carry at least a twentieth of the likeness each. */
  commonWords: number
  /** One side is known only by an activity it registered. */
  registeredOnly: boolean
}

/** A label, or null for "just below"; `limit` says in words why it is not higher, where something holds it down. */
export interface Labelled {
  label: Label | null
  limit: string | null
}

export const probabilityOf = (score: number): number =>
  1 / (1 + Math.exp(-(LABEL_CURVE.intercept + LABEL_CURVE.slope * score)))

/** The label of a pair: the band of its probability, but never more than its grounds can carry. */
export function labelOf(probability: number, grounds: Grounds): Labelled {
  const label = LABEL_BANDS.find(band => probability >= band.from)?.label ?? null
  if (label === null) return { label, limit: null }
  const limit = LIMITS.find(({ applies }) => applies(grounds))
  if (!limit || order(label) >= order(limit.atMost)) return { label, limit: null }
  return { label: limit.atMost, limit: limit.why }
}

/** A match without evidence is worth nothing, however high the score. The first that applies holds. */
const LIMITS: readonly { applies: (grounds: Grounds) => boolean; atMost: Label | null; why: string }[] = [
  {
    applies: grounds => grounds.registeredOnly && grounds.commonWords < 2,
    atMost: null,
    why: 'Only the registered activity is known, and it has no more than one word in common with the need.',
  },
  {
    applies: grounds => grounds.registeredOnly,
    atMost: 'possible',
    why: 'Only the registered activity is known: nothing in their own words, no contract.',
  },
  {
    applies: grounds => grounds.commonWords < 2,
    atMost: 'weak',
    why: 'The two texts have no more than one telling word in common.',
  },
]

/** Strong is 0, then possible, weak, and 3 for just below. */
export const order = (label: Label | null): number => {
  const place = LABEL_BANDS.findIndex(band => band.label === label)
  return place < 0 ? LABEL_BANDS.length : place
}
