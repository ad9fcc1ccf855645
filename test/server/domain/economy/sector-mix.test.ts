import { describe, expect, it } from 'vitest'
import { industryOf } from '../../../../server/domain/economy/industries.js'
import { sectorMix, strongest } from '../../../../server/domain/economy/sector-mix.js'

describe('the industry of a code', () => {
  it('is its section and division, with leading zeros kept', () => {
    expect(industryOf('01110')).toEqual({ kind: 'industry', section: 'A', division: '01' })
    expect(industryOf('27120')).toEqual({ kind: 'industry', section: 'C', division: '27' })
    expect(industryOf('99000')).toEqual({ kind: 'industry', section: 'U', division: '99' })
  })

  it('is none for codes that name no industry, old codes and gaps of the classification', () => {
    const reasons = [null, '', '74990', '98000', '99999', '7499', '4', '34000', 'abcde'].map(code => {
      const found = industryOf(code)
      return found.kind === 'none' ? found.reason : found.section
    })
    expect(reasons).toEqual([
      'No industry code',
      'No industry code',
      'Non-trading (code 74990)',
      'Residents property management (code 98000)',
      'Dormant (code 99999)',
      'Code of the classification of 2003',
      'Unreadable industry code',
      'Unreadable industry code',
      'Unreadable industry code',
    ])
  })
})

describe('the mix of industries', () => {
  const counts = [
    { code: '25110', here: 40, reference: 100 },
    { code: '27120', here: 20, reference: 50 },
    { code: '62012', here: 31, reference: 600 },
    { code: '86210', here: 9, reference: 250 },
    { code: '99999', here: 5, reference: 80 },
    { code: null, here: 2, reference: 10 },
    { code: '74990', here: 0, reference: 3 },
  ]

  it('divides by the companies that name an industry, here and there', () => {
    const mix = sectorMix(counts, 'section', new Map())
    expect([mix.n, mix.nReference]).toEqual([100, 1000])
    expect(mix.excluded).toEqual([
      { reason: 'Dormant (code 99999)', n: 5 },
      { reason: 'No industry code', n: 2 },
    ])
    expect(mix.rows.map(r => [r.code, r.title, r.here, r.shareHere, r.shareReference, r.quotient])).toEqual([
      ['C', 'Manufacturing', 60, 0.6, 0.15, 4],
      ['J', 'Information and digital', 31, 0.31, 0.6, 0.31 / 0.6],
      ['Q', 'Health and care', 9, 0.09, 0.25, null],
    ])
    expect(mix.rows[2]?.word).toBe('too few to say (n = 9)')
    expect(strongest(mix)?.code).toBe('C')
  })

  it('splits by division with the names it is given', () => {
    const mix = sectorMix(counts, 'division', new Map([['25', 'Metal products']]))
    expect(mix.rows.map(r => [r.code, r.title])).toEqual([
      ['25', 'Metal products'],
      ['62', 'Division 62'],
      ['27', 'Division 27'],
      ['86', 'Division 86'],
    ])
  })

  it('finds nothing to stand out where the place is like its reference', () => {
    const alike = sectorMix(
      [
        { code: '25110', here: 30, reference: 300 },
        { code: '62012', here: 70, reference: 700 },
      ],
      'section',
      new Map(),
    )
    expect(alike.rows.map(r => r.quotient)).toEqual([1, 1])
    expect(strongest(alike)).toBeNull()
  })

  it('is empty without companies', () => {
    expect(sectorMix([], 'section', new Map())).toEqual({ rows: [], n: 0, nReference: 0, excluded: [] })
  })
})
