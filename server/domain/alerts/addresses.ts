import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'

/** Longest local part and longest whole address, RFC 5321 4.5.3.1. */
const LONGEST_LOCAL = 64
const LONGEST = 254

/** A dot-atom without quotes, comments or spaces: what mailboxes of people look like, and nothing that hides a second one. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/**
 * The one mailbox that a text names, normalised (NFKC, lower case, domain in ASCII), or null when it names none, or more
 * than one. Mailers guess when they are given a list or a display name; nothing that needs guessing gets past here.
 * Plus-tags are kept: they are part of somebody's address.
 */
export function parseAddress(text: string): string | null {
  if (CONTROL.test(text)) return null
  const plain = text.trim().normalize('NFKC').toLowerCase()
  const [local = '', named = '', ...more] = plain.split('@')
  if (more.length > 0 || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return null
  // domainToASCII drops what follows a slash and reads numbers as addresses, so both its input and its result are checked.
  if (/[\s/\\:?#[\]<>(),;"%]/.test(named)) return null
  const domain = domainToASCII(named)
  const address = `${local}@${domain}`
  return DOMAIN.test(domain) && address.length <= LONGEST ? address : null
}

/** The domain that receives mail for a parsed address. */
export const receivingDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Keyed hash (HMAC-SHA-256) of a parsed address: recognises it again without keeping it. The pepper is base64. */
export const addressHash = (address: string, pepperBase64: string): Buffer =>
  createHmac('sha256', Buffer.from(pepperBase64, 'base64')).update(address).digest()

/**
 * Encrypts an address with AES-256-GCM. `nonce` is 12 random bytes, never used twice with one key.
 * The result is nonce (12 bytes), tag (16 bytes), ciphertext.
 */
export function encryptAddress(address: string, keyBase64: string, nonce: Buffer): Buffer {
  if (nonce.length !== 12) throw new RangeError(`The nonce of an address has 12 bytes, not ${nonce.length}.`)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keyBase64, 'base64'), nonce)
  const hidden = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

/** The address in bytes from `encryptAddress`. Throws when they were changed or belong to another key. */
export function decryptAddress(bytes: Buffer, keyBase64: string): string {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(keyBase64, 'base64'), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** An address that its owner recognises and nobody else learns: j…@example.org. */
export const maskAddress = (address: string): string => `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))}`
