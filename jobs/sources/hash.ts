import { createHash } from 'node:crypto'

/** SHA-256 of a record's kept values, in hexadecimal: tells whether a row would change. */
export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
