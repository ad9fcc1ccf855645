import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What this installation knows and nobody else: made at the first start, kept in the data folder (mode 0600). */
export interface Secrets {
  webPassword: string
  workerPassword: string
  /** 32 bytes, base64: encrypts subscribers' addresses. */
  addressKey: string
  /** 32 bytes, base64: keyed hash of addresses, so that a suppressed one can be recognised without being kept. */
  addressPepper: string
}

/** Reads the secrets of a data folder, or makes them. */
export function secretsOf(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets')
  const file = join(folder, 'installation.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made: Secrets = {
    webPassword: randomBytes(24).toString('base64url'),
    workerPassword: randomBytes(24).toString('base64url'),
    addressKey: randomBytes(32).toString('base64'),
    addressPepper: randomBytes(32).toString('base64'),
  }
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, JSON.stringify(made), { mode: 0o600 })
  renameSync(beside, file)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}
