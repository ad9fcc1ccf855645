import { describe, expect, it } from 'vitest'
import {
  distinctIdentifiers,
  identifier,
  identifierOfPartyId,
} from '../../../../server/domain/organisations/identifier.js'

describe('identifiers', () => {
  it('pads company numbers that lost their zero', () =>
    expect(identifier('gb-coh', ' 1234567 ')).toEqual({ scheme: 'GB-COH', id: '01234567' }))

  it('refuses what cannot be of the register', () => {
    expect(identifier('GB-COH', 'n/a')).toBeNull()
    expect(identifier('GB-CHC', 'XN12345')).toBeNull()
    expect(identifier(null, '01234567')).toBeNull()
  })

  it('reads the scheme out of a party id', () => {
    expect(identifierOfPartyId('GB-LAE-DUR')).toEqual({ scheme: 'GB-LAE', id: 'DUR' })
    expect(identifierOfPartyId('GB-PPON-PVHJ-9851-QPYJ')).toEqual({ scheme: 'GB-PPON', id: 'PVHJ-9851-QPYJ' })
    expect(identifierOfPartyId('supplier 1')).toBeNull()
  })

  it('keeps each once', () => {
    const one = { scheme: 'GB-COH', id: '01234567' }
    expect(distinctIdentifiers([one, null, { ...one }])).toEqual([one])
  })
})
