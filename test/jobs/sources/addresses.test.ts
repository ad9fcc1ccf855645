import { expect, it } from 'vitest'
import { isPrivateAddress, sameRegistrableDomain } from '../../../jobs/sources/addresses.js'

it.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fd00::1',
  'not an address',
])('%s is not the public internet', address => expect(isPrivateAddress(address)).toBe(true))

it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is', address => expect(isPrivateAddress(address)).toBe(false))

it('compares owners, not hosts', () => {
  expect(sameRegistrableDomain('www.find-tender.service.gov.uk', 'api.service.gov.uk')).toBe(true)
  expect(sameRegistrableDomain('one.co.uk', 'two.co.uk')).toBe(false)
  expect(sameRegistrableDomain('a.example', 'a.example.evil.test')).toBe(false)
  expect(sameRegistrableDomain('127.0.0.1', '127.0.0.2')).toBe(false)
})
