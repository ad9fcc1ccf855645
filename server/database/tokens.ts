import { createHash, randomBytes } from 'node:crypto'

/** A key for the links of one mail: 128 random bits in base64url. Only its hash is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(16).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}

/** A fresh nonce for one encrypted address. */
export const newNonce = (): Buffer => randomBytes(12)
