import { expect, it } from 'vitest'
import { type Gazetteer, placeOf, regionText } from '../../../../jobs/sources/notices/place.js'
import { readRelease } from '../../../../jobs/sources/notices/read-release.js'
import { madeRelease } from '../../../fixtures/publisher/made-notices.js'

const known: Gazetteer = {
  outward: new Map([
    ['DH1', 'E06000047'],
    ['NE61', 'E06000057'],
  ]),
  codes: new Set(['E06000047', 'E06000057', 'E08000037']),
  names: new Map([['gateshead', 'E08000037']]),
}

const release = (addresses: object[], buyer: object = {}) =>
  readRelease({
    ...madeRelease({
      ocid: 'o',
      id: 'i',
      date: '2026-11-02T10:00:00Z',
      tender: { items: [{ deliveryAddresses: addresses }] },
    }),
    parties: [{ id: 'b', name: 'Made Council', roles: ['buyer'], ...buyer }],
  })

it.each([
  ['its postcode', [{ postalCode: 'NE61 2EF' }], 'E06000057', 'delivery postcode'],
  ['a postcode in the region', [{ region: 'DH1 5TS' }], 'E06000047', 'delivery postcode'],
  ['its region code', [{ region: 'UKC14' }], 'E06000047', 'delivery region code'],
  ['its name', [{ region: 'Gateshead' }], 'E08000037', 'delivery place name'],
  ['the second address', [{ region: 'England' }, { region: 'UKC21' }], 'E06000057', 'delivery region code'],
])('is placed by %s', (_, addresses, code, rule) => expect(placeOf(release(addresses), known)).toEqual({ code, rule }))

it.each([
  ['the postcode', { address: { postalCode: 'DH15TS' } }, 'buyer postcode'],
  ['the post town', { address: { locality: 'Chester-le-Street' } }, 'buyer post town'],
])('else by %s of the buyer', (_, buyer, rule) =>
  expect(placeOf(release([{ countryName: 'United Kingdom' }], buyer), known)).toEqual({ code: 'E06000047', rule }),
)

it.each(['Bath and North East Somerset', 'North East', 'Durham, North Carolina'])(
  '"%s" is none of our places',
  region => expect(placeOf(release([{ region }]), known)).toBeNull(),
)

it('a town does not stand in for a readable postcode elsewhere', () =>
  expect(placeOf(release([], { address: { postalCode: 'SW1A 1AA', locality: 'Durham' } }), known)).toBeNull())

it('says "any region" where the publisher lists the world', () => {
  const world = [
    'United Kingdom',
    'Europe',
    'Channel Islands',
    'Isle of Man',
    'British Oversea Territories',
    'Rest of the World',
  ]
  expect(regionText(release(world.map(countryName => ({ countryName }))))).toBe('Any region')
})
