import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { addressHash, encryptAddress, receivingDomain } from '../../server/domain/alerts/addresses.js'
import type { Database } from '../../sql/tables/database.js'
import type { NewOutboxMessage } from '../../sql/tables/outbox-message.js'
import { testSecrets } from '../setup/demonstration.js'

type MailWish = Partial<Omit<NewOutboxMessage, 'address_hash' | 'address_enc'>> & { address?: string }

/** Adds a queued mail to an address of a test. Returns its id. */
export async function addMail(
  db: Kysely<Database>,
  { address = 'reader@made.example', ...wish }: MailWish,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('outbox_message')
    .values({
      id,
      kind: 'digest',
      period_key: '2026-W48',
      idempotency_key: `made:${id}`,
      item_count: 1,
      subject: '1 for you: a made need',
      body_text: 'A made need.\nhttp://localhost:3000/needs/1\n',
      body_html: '<!doctype html><html lang="en-GB"><title>A made need</title><h1>A made need</h1></html>',
      headers: JSON.stringify({
        'List-Unsubscribe': '<http://localhost:3000/u/AAAAAAAAAAAAAAAAAAAAAA>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      address_hash: addressHash(address, testSecrets.addressPepper),
      address_enc: encryptAddress(address, testSecrets.addressKey, randomBytes(12)),
      receiving_domain: receivingDomain(address),
      message_id: `<${id}@wellmet.example>`,
      body_hash: createHash('sha256').update(id).digest(),
      ...wish,
    })
    .execute()
  return id
}
