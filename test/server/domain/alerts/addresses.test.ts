import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  addressHash,
  decryptAddress,
  encryptAddress,
  maskAddress,
  parseAddress,
} from '../../../../server/domain/alerts/addresses.js'

const key = Buffer.alloc(32, 1).toString('base64')

describe('V17: an address that names more than one mailbox, or might', () => {
  it.each([
    'a@x.example, b@y.example',
    'a@x.example;b@y.example',
    'a@x.example b@y.example',
    'Name <a@x.example>',
    '<a@x.example>',
    '"a@x.example"@y.example',
    '"a b"@x.example',
    'a@x.example\r\nBcc: b@y.example',
    'a@x.example\nRCPT TO:<b@y.example>',
    'a\u0000@x.example',
    'a@x.example\u2028b@y.example',
    'a@x.example＠y.example',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@2130706433',
    'a@localhost',
    'a@x.example.',
    'a@-x.example',
    'a@x..example',
    '.a@x.example',
    'a.@x.example',
    'a..b@x.example',
    'a@x.example(comment)',
    'group: a@x.example;',
    '@x.example',
    'a@',
    'a',
    '',
    `${'a'.repeat(65)}@x.example`,
    `${'a'.repeat(300)}@x.example`,
    `a@${'x.'.repeat(130)}example`,
  ])('%j is refused', text => {
    expect(parseAddress(text)).toBeNull()
  })

  it.each([
    [' Reader+Alerts@X.Example ', 'reader+alerts@x.example'],
    ["o'brien@council.example", "o'brien@council.example"],
    ['reader@bücher.example', 'reader@xn--bcher-kva.example'],
    ['ｒｅａｄｅｒ@x.example', 'reader@x.example'],
  ])('%j is one mailbox', (text, address) => {
    expect(parseAddress(text)).toBe(address)
  })

  it('takes no longer for 50,000 hostile characters than the pattern needs to refuse them', () => {
    expect(parseAddress(`${'a'.repeat(50_000)}!`)).toBeNull()
    expect(parseAddress(`a@${'a.'.repeat(25_000)}`)).toBeNull()
  })
})

describe('an address at rest', () => {
  it('comes back with the key, and with no other', () => {
    const hidden = encryptAddress('reader@x.example', key, randomBytes(12))
    expect(hidden.toString('latin1')).not.toContain('reader')
    expect(decryptAddress(hidden, key)).toBe('reader@x.example')
    expect(() => decryptAddress(hidden, Buffer.alloc(32, 3).toString('base64'))).toThrow()
  })

  it('is refused when a byte of it was changed', () => {
    const hidden = encryptAddress('reader@x.example', key, randomBytes(12))
    hidden[hidden.length - 1] = hidden[hidden.length - 1]! ^ 1
    expect(() => decryptAddress(hidden, key)).toThrow()
  })

  it('has one hash with one pepper', () => {
    expect(addressHash('reader@x.example', key)).toEqual(addressHash('reader@x.example', key))
    expect(addressHash('reader@x.example', key)).not.toEqual(
      addressHash('reader@x.example', Buffer.alloc(32, 2).toString('base64')),
    )
  })

  it('is shown so that its owner knows it and nobody else learns it', () => {
    expect(maskAddress('reader@x.example')).toBe('r…@x.example')
  })
})
