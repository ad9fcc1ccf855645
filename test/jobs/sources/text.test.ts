import { describe, expect, it } from 'vitest'
import { decode, excerptOf, repairDoubledUtf8, withoutContacts } from '../../../jobs/sources/text.js'

describe('decode', () => {
  it('drops a byte order mark', () => expect(decode(Buffer.from('\ufeffname', 'utf8'))).toBe('name'))
  it('falls back to windows-1252', () => expect(decode(Buffer.from([0xa3, 0x35]))).toBe('£5'))
})

describe('repairDoubledUtf8', () => {
  it.each([
    ['Â£40,000', '£40,000'],
    ['the councilâ€™s plan', 'the council’s plan'],
    ['2021 â€“ 2025', '2021 – 2025'],
    ['frameworkâ€¯here', 'framework\u202fhere'],
  ])('%s becomes %s', (spoilt, mended) => expect(repairDoubledUtf8(spoilt)).toBe(mended))

  it.each(['£40,000', 'Café Münster', 'Â', 'Ãé'])('%s stays as it is', text =>
    expect(repairDoubledUtf8(text)).toBe(text),
  )
})

describe('withoutContacts', () => {
  it.each([
    ['write to jo.made@council.example today', 'write to [e-mail address left out] today'],
    ['ring 0191 498 0000.', 'ring [telephone number left out].'],
    ['ring +44 (0)191 498 0000', 'ring [telephone number left out]'],
    ['ring (0191) 4980000 or 07700900000', 'ring [telephone number left out] or [telephone number left out]'],
  ])('%s', (text, clean) => expect(withoutContacts(text)).toBe(clean))

  it.each([
    'CPV 09323000',
    '£01234567890',
    'DN756786-01185010',
    '2025-01-23T22:10:19Z',
    'ref 020/2025',
    '01/02/2025 03/04/2026',
  ])('%s is no telephone number', text => expect(withoutContacts(text)).toBe(text))

  it('takes a named person out', () =>
    expect(withoutContacts('Ask Made Person.', ['Made Person'])).toBe('Ask [name left out].'))
})

it('cuts an excerpt before anything about a contact person', () =>
  expect(excerptOf('{"id":"1","contactPoint":{"name":"X"}}')).toBe('{"id":"1","'))
