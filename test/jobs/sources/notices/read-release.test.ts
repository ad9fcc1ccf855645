import { describe, expect, it } from 'vitest'
import { readRelease, Unreadable } from '../../../../jobs/sources/notices/read-release.js'
import { CANARIES, type MadeRelease, madeRelease } from '../../../fixtures/publisher/made-notices.js'

const made = (more: Partial<MadeRelease> = {}): Record<string, unknown> =>
  madeRelease({ ocid: 'ocds-made-1', id: 'made-1', date: '2026-11-02T10:00:00+00:00', noticeType: 'UK4', ...more })

describe('a release', () => {
  it('is read without anything about a contact person', () => {
    const release = readRelease(made({ supplier: { identifier: { scheme: 'GB-COH', id: '1234567' } } }))
    for (const canary of CANARIES) expect(JSON.stringify(release)).not.toContain(canary)
    expect(release.description).toBe(
      'The council is looking for help with thing made-1. Write to [name left out], [e-mail address left out] or ring [telephone number left out].',
    )
  })

  it('names buyer, place, value, codes and times', () => {
    expect(readRelease(made())).toMatchObject({
      ocid: 'ocds-made-1',
      kind: 'tender',
      noticeType: 'UK4',
      regime: 'new',
      publishedAt: '2026-11-02T10:00:00Z',
      closesAt: '2026-12-18T12:00:00Z',
      buyer: {
        name: 'Made County Council',
        identifiers: [{ scheme: 'GB-PPON', id: 'AAAA-1111-AAAA' }],
        postcode: 'DH1 5TS',
      },
      value: { amount: 50_000, currency: 'GBP', note: null },
      cpv: ['85320000'],
      places: [{ postcode: null, regionCode: 'UKC14', name: null }],
      address: 'https://www.find-tender.service.gov.uk/Notice/made-1',
    })
  })

  it('joins suppliers to parties and pads their company number', () => {
    const release = readRelease(
      made({
        tag: ['award', 'contract'],
        noticeType: 'UK6',
        supplier: {
          identifier: { scheme: 'GB-COH', id: '1234567' },
          additionalIdentifiers: [{ scheme: 'GB-PPON', id: 'BBBB-2222-BBBB' }],
          address: { streetAddress: '17 Made Crosswall, London EC3N 2LB' },
        },
        awardValue: { amountGross: 1200, currency: 'GBP' },
      }),
    )
    expect(release.kind).toBe('award')
    expect(release.awards).toMatchObject([
      {
        id: '1',
        on: '2026-11-02',
        value: { amount: 1200, note: 'Tax included: no net amount is stated.' },
        suppliers: [
          {
            name: 'Made Supplier Limited',
            identifiers: [
              { scheme: 'GB-COH', id: '01234567' },
              { scheme: 'GB-PPON', id: 'BBBB-2222-BBBB' },
            ],
            postcode: 'EC3N 2LB',
          },
        ],
      },
    ])
  })

  it('takes the buyer for the buyer, whoever acts for it', () => {
    const release = made()
    const parties = release.parties as object[]
    parties.unshift({ id: 'L', name: 'Made Law LLP', roles: ['procuringEntity'] })
    expect(readRelease({ ...release, buyer: {} }).buyer?.name).toBe('Made County Council')
  })

  it('skips awards that hold nothing but an amendment', () =>
    expect(readRelease({ ...made({ noticeType: 'UK15' }), awards: [{ id: '1', amendments: [] }] })).toMatchObject({
      kind: 'other',
      awards: [],
    }))

  it.each(['NOT AWARDED TO SUPPLIER', 'n/a'])('"%s" is no organisation', name =>
    expect(readRelease(made({ tag: ['award'], supplier: { name } })).awards[0]?.suppliers[0]?.name).toBeNull(),
  )

  it('is lenient with unknown and empty members', () =>
    expect(
      readRelease({
        ocid: 'o',
        id: 1,
        date: '2026-11-02T10:00:00Z',
        tender: { description: null },
        buyerID: [],
        parties: null,
      }),
    ).toMatchObject({ id: '1', title: null, kind: 'other', regime: 'unknown' }))

  it('mends text: doubled encoding, entities, lost line breaks', () =>
    expect(readRelease(made({ description: 'Worth Â£5.rnrnLot 1: B&amp;amp;E&#039;s work.' })).description).toBe(
      "Worth £5.\nLot 1: B&E's work.",
    ))

  it('takes a closing Z for London where the publisher means it so', () => {
    const summer = made({ date: '2026-07-02T10:00:00Z' })
    expect(readRelease(summer, { zIsLondon: true }).publishedAt).toBe('2026-07-02T09:00:00Z')
    expect(readRelease(summer).publishedAt).toBe('2026-07-02T10:00:00Z')
  })

  it.each([
    ['no ocid', { ...made(), ocid: '' }, 'no ocid'],
    ['no id', { ...made(), id: null }, 'no id'],
    ['no day', { ...made(), date: '0000-00-00' }, 'not a moment'],
    ['a NUL', made({ title: 'a\0b' }), 'NUL'],
    ['a title of two megabytes', made({ title: 'x'.repeat(2_000_000) }), '2000000 characters'],
  ])('with %s is unreadable', (_, raw, words) => {
    expect(() => readRelease(raw)).toThrow(Unreadable)
    expect(() => readRelease(raw)).toThrow(words)
  })
})

describe('the kind of a notice', () => {
  it.each([
    ['UK1', 'pipeline'],
    ['UK2', 'engagement'],
    ['UK3', 'planned'],
    ['UK4', 'tender'],
    ['UK5', 'award'],
    ['UK7', 'contract'],
    ['UK12', 'termination'],
    ['UK13', 'other'],
    ['UK17', 'other'],
  ])('%s is %s, whatever the tag says', (noticeType, kind) =>
    expect(readRelease(made({ tag: ['planning', 'compiled'], noticeType })).kind).toBe(kind),
  )

  it.each([
    ['marketEngagementNotice', 'planning', 'engagement'],
    ['plannedProcurementNotice', 'planned', 'pipeline'],
  ])('%s under the old rules is %s', (documentType, status, kind) => {
    const { noticeType: _, ...old } = { noticeType: undefined, tag: ['planning'], documentType, status }
    expect(readRelease(madeRelease({ ocid: 'o', id: 'i', date: '2026-11-02T10:00:00Z', ...old })).kind).toBe(kind)
  })

  it.each([
    [['award'], 'award'],
    [['awardUpdate'], 'award'],
    [['tenderAmendment'], 'tender'],
    [['tenderCancellation'], 'termination'],
    [['contractTermination'], 'termination'],
    [['contract'], 'contract'],
  ])('the tags %j mean %s', (tag, kind) =>
    expect(readRelease({ ocid: 'o', id: 'i', date: '2026-11-02T10:00:00Z', tag }).kind).toBe(kind),
  )

  it.each([
    [{ aboveThreshold: false }, 'below'],
    [{ procurementMethodDetails: 'Single tender action (below threshold)' }, 'below'],
    [{ legalBasis: { scheme: 'CELEX', id: '32014L0024' } }, 'old'],
    [{ legalBasis: null }, 'unknown'],
  ])('%j is the regime %s', (tender, regime) => expect(readRelease(made({ tender })).regime).toBe(regime))
})
