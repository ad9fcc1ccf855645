import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { addressHash, encryptAddress } from '../../server/domain/alerts/addresses.js'
import type { Database } from '../../sql/tables/database.js'
import type { NewSubscription } from '../../sql/tables/subscription.js'
import { testSecrets } from '../setup/demonstration.js'

/** What an alert of a test asks for: everything, unless said otherwise. */
export interface QueryWish {
  place?: string | null
  words?: string | null
  organisation_id?: string | null
  fit?: 'strong' | 'possible'
  second_chances?: boolean
}

type SubscriptionWish = Partial<Omit<NewSubscription, 'query' | 'address_hash' | 'address_enc'>> & {
  query?: QueryWish
  address?: string
}

/** Adds a running, confirmed weekly alert with its consent. Returns its id. */
export async function addSubscription(
  db: Kysely<Database>,
  { query = {}, address = 'reader@made.example', ...wish }: SubscriptionWish = {},
): Promise<string> {
  const { id } = await db
    .insertInto('subscription')
    .values({
      name: 'Made alert',
      cadence: 'weekly',
      state: 'active',
      confirmed_at: '2026-06-03T09:00:00Z',
      query: JSON.stringify({
        place: null,
        words: null,
        organisation_id: null,
        fit: 'possible',
        second_chances: true,
        ...query,
      }),
      address_hash: addressHash(address, testSecrets.addressPepper),
      address_enc: encryptAddress(address, testSecrets.addressKey, randomBytes(12)),
      ...wish,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('subscription_consent')
    .values({
      subscription_id: id,
      subscriber_kind: 'company',
      lawful_basis: 'consent',
      wording_version: 'made-1',
      consent_at: '2026-06-03T08:00:00Z',
      confirmed_at: '2026-06-03T09:00:00Z',
      how: 'form',
      source: 'test',
    })
    .execute()
  return id
}
