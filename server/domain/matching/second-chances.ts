import type { Label } from './label.js'

/** Why a submission was not adopted, as its programme recorded it. */
export type ReasonCode =
  | 'portfolio'
  | 'budget'
  | 'scope'
  | 'readiness'
  | 'evidence'
  | 'capacity'
  | 'eligibility'
  | 'duplicate'
  | 'unknown'

export interface RecordedReason {
  code: ReasonCode
  /** The programme's own words. */
  quote: string | null
  /** For `evidence`: what was missing. */
  gapItems: readonly string[]
  /** The round it was recorded in. */
  challengeId: string
  /** For `eligibility`: the rule that kept it out. */
  rule?: EligibilityRule | null
}

export type EligibilityRule = 'place' | 'legal form' | 'size' | 'date' | 're-apply'
export type Verdict = 'bites' | 'no_longer_bites' | 'unknown'

/** What one recorded reason means for one need, in one sentence with the figures used. */
export interface ReasonVerdict {
  code: ReasonCode
  quote: string | null
  verdict: Verdict
  why: string
}

/** The idea as it stands today. Null: nobody supplied it. Money in pounds, maturity as a level of readiness 1 to 9. */
export interface IdeaToday {
  price: number | null
  /** Price of a smaller first phase, where the owner states one. */
  firstPhasePrice: number | null
  maturity: number | null
  evidence: readonly { closesGap: string | null; statement: string; date: string }[]
  sizeThen: string | null
  sizeNow: string | null
  /** A partner that covers the gap has joined since. */
  partnerFound: boolean | null
  /** Codes of the places the owner is based in, from small to large. */
  places: readonly string[] | null
  legalForm: string | null
}

/** The need that asks now. Null: nobody supplied it. */
export interface NeedNow {
  challengeId: string | null
  moneyTotal: number | null
  moneyFirstPhase: number | null
  maturityFrom: number | null
  maturityTo: number | null
  paysFeasibility: boolean | null
  smallerLots: boolean | null
  /** Others in this match cover what the owner lacks. */
  teamCovers: boolean | null
  existingService: boolean | null
  /** A rule that is absent from this was not supplied; `any` admits everybody. */
  eligibility: {
    places?: readonly string[] | 'any'
    legalForms?: readonly string[] | 'any'
    sizes?: readonly string[] | 'any'
  } | null
  closesOn: string | null
}

export interface ReofferCase {
  idea: IdeaToday
  need: NeedNow
  /** Label of the match of this idea with this need, null for just below. */
  label: Label | null
  /** The day for which it is decided, ISO. */
  today: string
}

export interface SecondChanceDecision {
  /** The idea may be offered: no recorded reason bites here, and none is unknown. */
  eligible: boolean
  /** A reason is not known, so it is asked for before anything is offered. */
  askFirst: boolean
  headline: string
  reasons: ReasonVerdict[]
}

type Finding = Pick<ReasonVerdict, 'verdict' | 'why'>
type Decide = (one: ReofferCase, reason: RecordedReason) => Finding

/** Decides whether an idea that was not adopted has a second chance with a need (product.md 3.2, column three). */
export function decideSecondChance(one: ReofferCase, recorded: readonly RecordedReason[]): SecondChanceDecision {
  const reasons = recorded.map(reason => ({ code: reason.code, quote: reason.quote, ...decideReason(one, reason) }))
  const eligible = reasons.length > 0 && reasons.every(reason => reason.verdict === 'no_longer_bites')
  const askFirst = reasons.length === 0 || reasons.some(reason => reason.code === 'unknown')
  return { eligible, askFirst, headline: headlineOf(reasons, eligible), reasons }
}

/** Whether one recorded reason still bites for this need. */
export const decideReason = (one: ReofferCase, reason: RecordedReason): Finding => DECIDE[reason.code](one, reason)

const noLonger = (why: string): Finding => ({ verdict: 'no_longer_bites', why })
const bites = (why: string): Finding => ({ verdict: 'bites', why })
const notKnown = (why: string): Finding => ({ verdict: 'unknown', why })

/** Scored above the line, not funded for balance: counts only in the round it was said in. */
export const portfolio: Decide = ({ need }, reason) =>
  need.challengeId === reason.challengeId
    ? bites('This is the same round, and its balance is the same.')
    : noLonger('It was scored above the line and left out for balance; this is another round.')

/** Price above the money: the need's money covers the price, or that of a smaller first phase. */
export const budget: Decide = ({ idea, need }) => {
  const { price, firstPhasePrice } = idea
  const { moneyTotal } = need
  const moneyFirstPhase = need.moneyFirstPhase ?? moneyTotal
  if (price !== null && moneyTotal !== null && price <= moneyTotal)
    return noLonger(`The need has ${pounds(moneyTotal)}; the idea states a price of ${pounds(price)}.`)
  if (firstPhasePrice !== null && moneyFirstPhase !== null && firstPhasePrice <= moneyFirstPhase)
    return noLonger(`A first phase costs ${pounds(firstPhasePrice)}; the need has ${pounds(moneyFirstPhase)} for one.`)
  if (moneyTotal === null && moneyFirstPhase === null) return notKnown('The need does not say what it can pay.')
  if (price === null && firstPhasePrice === null) return notKnown('The idea states no price.')
  if (price !== null && moneyTotal === null)
    return notKnown(`The idea costs ${pounds(price)}; the need’s whole money is not known.`)
  if (price === null) return notKnown('A first phase costs more than the need has; the whole price is not known.')
  return bites(
    `The need has ${pounds(moneyTotal!)}; the idea states a price of ${pounds(price)}${phaseToo(firstPhasePrice)}.`,
  )
}

/** Outside what was asked: what this need asks fits the idea at label strong. */
export const scope: Decide = ({ label }) =>
  label === 'strong'
    ? noLonger('What this need asks for fits the idea strongly.')
    : bites(`It was outside what was asked; its fit with this need is ${label ?? 'below weak'}, not strong.`)

/** Too early or too late in maturity: today's level lies inside the need's range. */
export const readiness: Decide = ({ idea, need }) => {
  const { maturity } = idea
  const { maturityFrom, maturityTo } = need
  if (maturity === null) return notKnown('The idea’s present maturity is not stated.')
  if (maturityFrom === null && maturityTo === null) return notKnown('The need does not say which maturity it can use.')
  const wanted = `${maturityFrom ?? 1} to ${maturityTo ?? 9}`
  const inside = maturity >= (maturityFrom ?? 1) && maturity <= (maturityTo ?? 9)
  return inside
    ? noLonger(`The idea is at readiness level ${maturity} now; the need takes ${wanted}.`)
    : bites(`The idea is at readiness level ${maturity}; the need takes ${wanted}.`)
}

/** Too little proof: the recorded gaps are closed with dated evidence, or the call pays for a feasibility study. */
export const evidence: Decide = ({ idea, need, today }, { gapItems }) => {
  const proofOf = (gap: string) => idea.evidence.find(proof => proof.closesGap === gap && proof.date <= today)
  const open = gapItems.filter(gap => !proofOf(gap))
  const [firstGap] = gapItems
  if (firstGap !== undefined && open.length === 0) {
    const proof = proofOf(firstGap)!
    return noLonger(
      `What was missing is there: “${proof.statement}” (${proof.date})${gapItems.length > 1 ? ' and more' : ''}.`,
    )
  }
  if (need.paysFeasibility) return noLonger('This call pays for a feasibility study, which is where the proof is made.')
  if (gapItems.length === 0) return notKnown('Which proof was missing is not recorded.')
  const missing = `Still without dated evidence: ${open.join(', ')}`
  return need.paysFeasibility === null
    ? notKnown(`${missing}; whether this call pays for a feasibility study is not known.`)
    : bites(`${missing}.`)
}

/** Organisation or finance too small: size or partner changed, lots are smaller, or a team covers the gap. */
export const capacity: Decide = ({ idea, need }) => {
  const { sizeThen, sizeNow } = idea
  if (need.smallerLots) return noLonger('The need is cut into smaller lots.')
  if (idea.partnerFound) return noLonger('A partner has joined since.')
  if (need.teamCovers) return noLonger('A team covers what was missing.')
  if (isLarger(sizeNow, sizeThen)) return noLonger(`The organisation was ${sizeThen} then and is ${sizeNow} now.`)
  const asked = [need.smallerLots, idea.partnerFound, need.teamCovers]
  if (asked.includes(null) || sizeThen === null || sizeNow === null)
    return notKnown('Whether size, partner or lots have changed is not known.')
  return bites(`Nothing has changed: size ${sizeNow}, no partner, no smaller lots.`)
}

/** Kept out by a rule: the new need's rule admits it. */
export const eligibility: Decide = (one, { rule, challengeId }) => {
  const { idea, need } = one
  if (!rule) return notKnown('Which rule kept it out is not recorded.')
  if (rule === 're-apply')
    return need.challengeId === challengeId
      ? bites('The re-apply rule of the same round still holds.')
      : noLonger('The re-apply rule was that round’s; this is another.')
  if (rule === 'date') return decideDate(one)
  if (rule === 'place') return admits('place', need.eligibility?.places, idea.places)
  if (rule === 'size') return admits('size', need.eligibility?.sizes, idea.sizeNow === null ? null : [idea.sizeNow])
  return admits('legal form', need.eligibility?.legalForms, idea.legalForm === null ? null : [idea.legalForm])
}

/** Same as another idea or an existing service: the new place has no such service. */
export const duplicate: Decide = ({ need }) => {
  if (need.existingService === null) return notKnown('Whether this place has such a service already is not known.')
  return need.existingService
    ? bites('This place has such a service already.')
    : noLonger('This place has no such service.')
}

/** No reason was given. It is never guessed: it is asked for. */
export const unknown: Decide = () => notKnown('No reason was recorded: ask before offering.')

const DECIDE: Readonly<Record<ReasonCode, Decide>> = {
  portfolio,
  budget,
  scope,
  readiness,
  evidence,
  capacity,
  eligibility,
  duplicate,
  unknown,
}

function decideDate({ need, today }: ReofferCase): Finding {
  if (need.closesOn === null) return notKnown('When this need closes is not known.')
  return need.closesOn >= today
    ? noLonger(`This need is open until ${need.closesOn}.`)
    : bites(`This need closed on ${need.closesOn}.`)
}

function admits(rule: string, admitted: readonly string[] | 'any' | undefined, own: readonly string[] | null): Finding {
  if (admitted === undefined) return notKnown(`What this need’s rule on ${rule} says is not known.`)
  if (admitted === 'any') return noLonger(`This need has no rule on ${rule}.`)
  if (own === null) return notKnown(`The owner’s ${rule} is not known.`)
  const shared = own.find(one => admitted.includes(one))
  return shared === undefined
    ? bites(`This need admits ${admitted.join(', ')}; the owner’s ${rule} is ${own.join(', ')}.`)
    : noLonger(`This need’s rule on ${rule} admits ${shared}.`)
}

const SIZES = ['micro', 'small', 'medium', 'large']

const isLarger = (now: string | null, then: string | null): boolean =>
  now !== null && then !== null && SIZES.indexOf(then) >= 0 && SIZES.indexOf(now) > SIZES.indexOf(then)

const pounds = (amount: number): string => `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 0 })}`

const phaseToo = (price: number | null): string => (price === null ? '' : `, its first phase ${pounds(price)}`)

function headlineOf(reasons: readonly ReasonVerdict[], eligible: boolean): string {
  if (reasons.length === 0) return 'Reason not known: ask before offering.'
  if (eligible) return reasons[0]!.why
  const first =
    reasons.find(reason => reason.verdict === 'bites') ?? reasons.find(reason => reason.verdict === 'unknown')
  return first?.code === 'unknown' ? 'Reason not known: ask before offering.' : first!.why
}
