import { describe, expect, it } from 'vitest'
import {
  decideReason,
  decideSecondChance,
  type IdeaToday,
  type NeedNow,
  type ReasonCode,
  type RecordedReason,
  type ReofferCase,
} from '../../../../server/domain/matching/second-chances.js'

const idea: IdeaToday = {
  price: 84_000,
  firstPhasePrice: null,
  maturity: 6,
  evidence: [],
  sizeThen: 'micro',
  sizeNow: 'micro',
  partnerFound: false,
  places: ['E06000047'],
  legalForm: 'Private Limited Company',
} // a firm with a stated price
const need: NeedNow = {
  challengeId: null,
  moneyTotal: 120_000,
  moneyFirstPhase: null,
  maturityFrom: 5,
  maturityTo: 8,
  paysFeasibility: false,
  smallerLots: false,
  teamCovers: false,
  existingService: false,
  eligibility: null,
  closesOn: '2026-12-18',
}
const reason = (code: ReasonCode, more: Partial<RecordedReason> = {}): RecordedReason => ({
  code,
  quote: null,
  gapItems: [],
  challengeId: 'c1',
  ...more,
})
const at = (
  more: { idea?: Partial<IdeaToday>; need?: Partial<NeedNow>; label?: ReofferCase['label'] } = {},
): ReofferCase => ({
  idea: { ...idea, ...more.idea },
  need: { ...need, ...more.need },
  label: more.label === undefined ? 'strong' : more.label,
  today: '2026-11-24',
})
const verdict = (one: ReofferCase, r: RecordedReason): string => decideReason(one, r).verdict

describe('whether a recorded reason still bites', () => {
  it('portfolio: never for another round, still for the same one', () => {
    expect(verdict(at(), reason('portfolio'))).toBe('no_longer_bites')
    expect(verdict(at({ need: { challengeId: 'c1' } }), reason('portfolio'))).toBe('bites')
  })

  it('budget: the need that has the money, the first phase that is small enough, the need that is too poor', () => {
    expect(decideReason(at(), reason('budget'))).toEqual({
      verdict: 'no_longer_bites',
      why: 'The need has £120,000; the idea states a price of £84,000.',
    })
    const phase = at({ idea: { price: 300_000, firstPhasePrice: 40_000 }, need: { moneyFirstPhase: 50_000 } })
    expect(decideReason(phase, reason('budget'))).toEqual({
      verdict: 'no_longer_bites',
      why: 'A first phase costs £40,000; the need has £50,000 for one.',
    })
    expect(verdict(at({ idea: { price: 300_000 } }), reason('budget'))).toBe('bites')
  })

  it('budget: unknown where one side does not say', () => {
    expect(verdict(at({ need: { moneyTotal: null } }), reason('budget'))).toBe('unknown')
    expect(verdict(at({ idea: { price: null } }), reason('budget'))).toBe('unknown')
  })

  it('scope: only a strong fit ends it', () => {
    expect(verdict(at(), reason('scope'))).toBe('no_longer_bites')
    expect(verdict(at({ label: 'possible' }), reason('scope'))).toBe('bites')
    expect(verdict(at({ label: null }), reason('scope'))).toBe('bites')
  })

  it('readiness: inside the range at its edges, outside, and not stated', () => {
    expect([5, 8, 4, 9].map(maturity => verdict(at({ idea: { maturity } }), reason('readiness')))).toEqual([
      'no_longer_bites',
      'no_longer_bites',
      'bites',
      'bites',
    ])
    expect(verdict(at({ idea: { maturity: null } }), reason('readiness'))).toBe('unknown')
    expect(verdict(at({ need: { maturityFrom: null, maturityTo: null } }), reason('readiness'))).toBe('unknown')
  })

  it('evidence: every gap closed with dated proof, not one that is still to come', () => {
    const gaps = reason('evidence', { gapItems: ['trial in winter'] })
    const proof = (date: string) =>
      at({ idea: { evidence: [{ closesGap: 'trial in winter', statement: 'Ran from December to March', date }] } })
    expect(verdict(proof('2026-03-31'), gaps)).toBe('no_longer_bites')
    expect(verdict(proof('2027-03-31'), gaps)).toBe('bites')
    expect(verdict(at({ need: { paysFeasibility: true } }), gaps)).toBe('no_longer_bites')
    expect(verdict(at({ need: { paysFeasibility: null } }), gaps)).toBe('unknown')
  })

  it('capacity: grown, joined, or smaller lots', () => {
    expect(verdict(at(), reason('capacity'))).toBe('bites')
    expect(verdict(at({ idea: { sizeNow: 'small' } }), reason('capacity'))).toBe('no_longer_bites')
    expect(verdict(at({ idea: { partnerFound: true } }), reason('capacity'))).toBe('no_longer_bites')
    expect(verdict(at({ need: { smallerLots: true } }), reason('capacity'))).toBe('no_longer_bites')
    expect(verdict(at({ need: { smallerLots: null } }), reason('capacity'))).toBe('unknown')
  })

  it('eligibility: the rule that kept it out, against the new rule', () => {
    const place = reason('eligibility', { rule: 'place' })
    expect(verdict(at({ need: { eligibility: { places: ['E06000047'] } } }), place)).toBe('no_longer_bites')
    expect(verdict(at({ need: { eligibility: { places: ['E08000037'] } } }), place)).toBe('bites')
    expect(verdict(at({ need: { eligibility: { places: 'any' } } }), place)).toBe('no_longer_bites')
    expect(verdict(at(), place)).toBe('unknown')
    expect(verdict(at(), reason('eligibility', { rule: 'date' }))).toBe('no_longer_bites')
    expect(verdict(at({ need: { closesOn: '2026-11-01' } }), reason('eligibility', { rule: 'date' }))).toBe('bites')
    expect(verdict(at(), reason('eligibility'))).toBe('unknown')
  })

  it('duplicate: the new place has no such service', () => {
    expect(
      [false, true, null].map(existingService => verdict(at({ need: { existingService } }), reason('duplicate'))),
    ).toEqual(['no_longer_bites', 'bites', 'unknown'])
  })

  it('unknown is never assumed', () => {
    expect(verdict(at(), reason('unknown'))).toBe('unknown')
  })
})

describe('a second chance', () => {
  it('needs every reason to have gone', () => {
    expect(decideSecondChance(at(), [reason('portfolio'), reason('budget')])).toMatchObject({
      eligible: true,
      askFirst: false,
    })
    expect(decideSecondChance(at({ idea: { price: 500_000 } }), [reason('portfolio'), reason('budget')])).toMatchObject(
      { eligible: false, askFirst: false },
    )
  })

  it('is asked for first where the reason is not known, and is none without a recorded reason', () => {
    expect(decideSecondChance(at(), [reason('portfolio'), reason('unknown')])).toMatchObject({
      eligible: false,
      askFirst: true,
      headline: 'Reason not known: ask before offering.',
    })
    expect(decideSecondChance(at(), [])).toMatchObject({ eligible: false, askFirst: true })
  })
})
