import { LABEL_BANDS, LABEL_CURVE, probabilityOf } from '../../server/domain/matching/label.js'
import { type Profile, profileOf } from '../../server/domain/matching/profile.js'
import { buildRankIndex, rankTexts } from '../../server/domain/matching/rank.js'
import { type Likeness, likeness, SCORE_SCALE, scoreOf } from '../../server/domain/matching/score.js'
import { type Benchmark, type BenchResult, beside } from './benchmark.js'
import { COLLECTIONS, type Collection, collectionsThere, loadCollection, seeded } from './collections.js'

/** Pairs of texts picked at random: what unrelated texts have in common. */
const RANDOM_PAIRS = 4000
const MOST_QUERIES = 250
/** Judged as officers' feedback will be: the best ten, and five of the ninety behind them, which stand for all of those. */
const TOP = 10
const BEHIND = 100
const SAMPLED = 5
/** The collection whose labels the curve is fitted on; label.ts says why. */
const FITTED_ON = 'stackfaq'

interface JudgedPair {
  score: number
  relevant: boolean
  weight: number
}

interface Findings {
  name: string
  random: Likeness[]
  pairs: JudgedPair[]
}

/**
 * Works out the constants of score.ts and label.ts from the judged collections and prints them beside those in use,
 * with what came true in each band. Nothing is written: a changed constant is a decision and gets a new version.
 */
export const labelCurveBenchmark: Benchmark = async ({ say, quick }) => {
  if (!collectionsThere()) {
    say('label-curve: skipped, the judged collections are not there (set WELLMET_SHARED to their folder)')
    return []
  }
  const findings = (quick ? [FITTED_ON] : COLLECTIONS).map(name => examine(loadCollection(name)))
  for (const { leg, mean, deviation } of SCORE_SCALE.legs) {
    const found = findings.map(({ random }) => spread(random.map(one => one[leg])))
    say(
      `${leg}: mean ${average(found.map(f => f.mean)).toFixed(4)} (in use ${mean}), deviation ${average(found.map(f => f.deviation)).toFixed(4)} (in use ${deviation})`,
    )
  }
  const curve = fitLogistic(findings.find(({ name }) => name === FITTED_ON)!.pairs)
  say(
    `curve on ${FITTED_ON}: intercept ${curve.intercept.toFixed(3)} (in use ${LABEL_CURVE.intercept}), slope ${curve.slope.toFixed(4)} (in use ${LABEL_CURVE.slope})`,
  )
  for (const { name, pairs } of findings) say(`${name.padEnd(18)} ${bandsOf(pairs).map(describeBand).join('   ')}`)
  return bandsOf(findings.find(({ name }) => name === FITTED_ON)!.pairs).map(toResult)
}

/** Queries and documents under one index, as the product holds needs and candidates. */
function examine(collection: Collection): Findings {
  const asked = collection.queries.length
  const texts = [...collection.queries.map(({ text }) => ({ title: '', text })), ...collection.documents]
  const index = buildRankIndex(texts)
  const profiles: Profile[] = []
  const profile = (at: number): Profile => (profiles[at] ??= profileOf(index, texts[at]!))
  const next = seeded(12_345)
  const pick = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  const random = Array.from({ length: RANDOM_PAIRS }, () =>
    likeness(profile(pick(0, asked)), profile(pick(asked, texts.length))),
  )
  const pairs: JudgedPair[] = []
  for (let at = 0; at < asked; at += Math.max(1, Math.floor(asked / MOST_QUERIES))) {
    const relevant = collection.grades.get(collection.queries[at]!.id)!
    const ranked = rankTexts(index, texts[at]!.text, BEHIND, { from: asked, to: texts.length }).map(({ doc }) => doc)
    const judge = (doc: number, weight: number): JudgedPair => ({
      score: scoreOf(profile(at), profile(doc)).score,
      relevant: relevant.has(collection.documents[doc - asked]!.id),
      weight,
    })
    const behind = ranked.slice(TOP)
    const sampled = new Set<number>()
    while (sampled.size < Math.min(SAMPLED, behind.length)) sampled.add(behind[pick(0, behind.length)]!)
    pairs.push(...ranked.slice(0, TOP).map(doc => judge(doc, 1)))
    pairs.push(...[...sampled].map(doc => judge(doc, behind.length / sampled.size)))
  }
  return { name: collection.name, random, pairs }
}

/** Newton's method on the weighted log-likelihood of P = 1 / (1 + exp(-(intercept + slope * score))). */
function fitLogistic(pairs: readonly JudgedPair[]): { intercept: number; slope: number } {
  let intercept = 0
  let slope = 0
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
    for (const { score, relevant, weight } of pairs) {
      const p = 1 / (1 + Math.exp(-(intercept + slope * score)))
      const error = weight * (Number(relevant) - p)
      const curvature = weight * p * (1 - p)
      g0 += error
      g1 += error * score
      h00 += curvature
      h01 += curvature * score
      h11 += curvature * score * score
    }
    const determinant = h00 * h11 - h01 * h01
    intercept += (h11 * g0 - h01 * g1) / determinant
    slope += (h00 * g1 - h01 * g0) / determinant
  }
  return { intercept, slope }
}

interface Band {
  label: string
  from: number
  n: number
  came: number
}

/** Share that came true in each band, without the limits on grounds: those need a product's documents. */
function bandsOf(pairs: readonly JudgedPair[]): Band[] {
  return LABEL_BANDS.map(({ label, from }, at) => {
    const to = LABEL_BANDS[at - 1]?.from ?? 1.01
    const inside = pairs.filter(({ score }) => probabilityOf(score) >= from && probabilityOf(score) < to)
    const whole = inside.reduce((sum, { weight }) => sum + weight, 0)
    const came = inside.reduce((sum, { weight, relevant }) => sum + (relevant ? weight : 0), 0)
    return { label, from, n: inside.length, came: whole === 0 ? Number.NaN : came / whole }
  })
}

const describeBand = ({ label, from, n, came }: Band): string => `${label} (from ${from}): ${came.toFixed(2)} of ${n}`

const toResult = ({ label, from, came }: Band): BenchResult =>
  beside(
    { name: `label-curve, came true in ${label} on ${FITTED_ON}`, value: came, unit: 'share', limit: null },
    'said at least',
    from,
  )

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = average(values)
  return { mean, deviation: Math.sqrt(average(values.map(value => (value - mean) ** 2))) }
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
