import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { newToken } from '../../server/database/tokens.js'
import type { Database } from '../../sql/tables/database.js'
import { testSecrets } from '../setup/demonstration.js'
import { addSubscription } from './subscription.js'

/** A data folder that holds the secrets with which the tests' addresses are hidden. Undone with `remove`. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'wellmet-letters-'))
  mkdirSync(join(path, 'secrets'))
  writeFileSync(join(path, 'secrets', 'installation.json'), JSON.stringify(testSecrets))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Adds a running alert and a token of one of its mails. */
export async function addHolder(
  db: Kysely<Database>,
  wish: Parameters<typeof addSubscription>[1] = {},
): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken()
  const id = await addSubscription(db, { unsubscribe_token_hashes: [hash], ...wish })
  return { id, token }
}
