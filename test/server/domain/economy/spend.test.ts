import { describe, expect, it } from 'vitest'
import {
  type AwardLine,
  isCeiling,
  localShare,
  placeOfSupplier,
  valueUses,
} from '../../../../server/domain/economy/spend.js'

const line = (id: string, wish: Partial<AwardLine>): AwardLine => ({
  id,
  noticeId: id,
  value: null,
  ceiling: false,
  suppliers: [],
  group: '',
  ...wish,
})

describe('the local share of awards', () => {
  it('has three parts, and an interval from what is not known', () => {
    const share = localShare([
      line('a', { value: 300, suppliers: ['local'] }),
      line('b', { value: 500, suppliers: ['elsewhere'] }),
      line('c', { value: 200 }),
      line('d', { suppliers: ['local'] }),
    ])
    expect(share.parts).toEqual({
      local: { awards: 2, value: 300 },
      elsewhere: { awards: 1, value: 500 },
      unknown: { awards: 1, value: 200 },
    })
    expect([share.value, share.low, share.high]).toEqual([1000, 0.3, 0.5])
    expect(share.uses).toEqual({ counted: 3, without_value: 1, ceiling: 0, repeated: 0 })
  })

  it('splits an award between its suppliers', () => {
    const share = localShare([line('a', { value: 900, suppliers: ['local', 'elsewhere', 'elsewhere'] })])
    expect(share.parts.local.value).toBeCloseTo(300, 9)
    expect(share.parts.elsewhere.awards).toBeCloseTo(2 / 3, 9)
    expect(share.split).toBe(1)
  })

  it('adds neither ceilings nor values that a notice repeats, and shares a repeated value between all its suppliers', () => {
    const share = localShare([
      line('a', { noticeId: 'n', value: 1000, suppliers: ['local'] }),
      line('b', { noticeId: 'n', value: 1000, suppliers: ['elsewhere'] }),
      line('c', { noticeId: 'n', value: 400, suppliers: ['elsewhere'] }),
      line('d', { value: 9_000_000, ceiling: true, suppliers: ['local'] }),
    ])
    expect(share.uses).toEqual({ counted: 2, without_value: 0, ceiling: 1, repeated: 1 })
    expect([share.value, share.parts.local.value, share.parts.elsewhere.value]).toEqual([1400, 500, 900])
    expect(share.awards).toBe(4)
  })

  it('adds up by group', () => {
    const share = localShare([
      line('a', { value: 10, suppliers: ['local'], group: '2025' }),
      line('b', { value: 30, suppliers: ['elsewhere'], group: '2026' }),
    ])
    expect([...share.groups].map(([g, parts]) => [g, parts.local.value, parts.elsewhere.value])).toEqual([
      ['2025', 10, 0],
      ['2026', 0, 30],
    ])
  })

  it('is not 0 but nothing when no value can be added up', () => {
    expect(localShare([line('a', { suppliers: ['local'] })])).toMatchObject({ value: 0, low: null, high: null })
  })

  it('counts an equal value of another notice', () => {
    const uses = valueUses([line('a', { value: 5 }), line('b', { value: 5 })])
    expect([...uses.values()]).toEqual(['counted', 'counted'])
  })
})

describe('a ceiling', () => {
  const of = (title: string, methodDetails: string | null = null, valueNote: string | null = null) =>
    isCeiling({ titles: [title], methodDetails, valueNote })

  it('is the value of a framework agreement or dynamic market, not of a call-off from one', () => {
    expect(of('Framework Agreement for winter gritting')).toBe(true)
    expect(of('Supported living DPS')).toBe(true)
    expect(of('Winter gritting, call-off 3 from framework')).toBe(false)
    expect(of('Gritting framework', 'Call-off from a framework agreement')).toBe(false)
    expect(of('Steel frameworks for sheds')).toBe(false)
    expect(of('Gritting', null, 'Ceiling over four years')).toBe(true)
  })
})

describe('the place of a supplier', () => {
  const area = { localities: new Set(['E06000047']), outwardCodes: new Set(['DH1', 'DL16']) }
  const of = (locality: string | null, postcode: string | null) => placeOfSupplier({ locality, postcode }, area)

  it('is its registered office, else the postcode it gave', () => {
    expect(of('E06000047', 'N1 7GU')).toBe('local')
    expect(of('E06000057', 'DH1 3AB')).toBe('elsewhere')
    expect(of(null, 'dh1 3ab')).toBe('local')
    expect(of(null, 'DL166YY')).toBe('local')
    expect(of(null, 'N1 7GU')).toBe('elsewhere')
  })

  it('is not known without a readable postcode', () => {
    expect([of(null, null), of(null, 'Durham'), of(null, 'DH1')]).toEqual(['unknown', 'unknown', 'unknown'])
  })
})
