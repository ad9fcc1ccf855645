import { describe, expect, it } from 'vitest'
import { postcode, postcodesIn } from '../../../../server/domain/places/postcode.js'

describe('postcode', () => {
  it.each([
    ['DH1 5TS', 'DH1 5TS', 'DH1'],
    ['ts176fb', 'TS17 6FB', 'TS17'],
    ['M2   2EE', 'M2 2EE', 'M2'],
    ['EC1V 2NX.', 'EC1V 2NX', 'EC1V'],
    ['CRO 1JB', 'CR0 1JB', 'CR0'],
    ['NE1 OAA', 'NE1 0AA', 'NE1'],
  ])('%s is %s', (written, text, outward) => expect(postcode(written)).toEqual({ text, outward }))

  it.each(['94107', 'KY1-1103', 'XXX', 'NE1 GEJ', '', null, ' '.repeat(50_000)])('%s is none', written =>
    expect(postcode(written)).toBeNull(),
  )

  it('finds postcodes in one line of address', () =>
    expect(postcodesIn('One America Square, 17 Crosswall, London EC3N 2LB').map(one => one.text)).toEqual(['EC3N 2LB']))
})
