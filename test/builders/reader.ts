import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor, Role } from '../../server/database/actor.js'
import { SESSION_COOKIE } from '../../server/http/session-hook.js'
import type { Database } from '../../sql/tables/database.js'
import type { NewHub } from '../../sql/tables/hub.js'

/** Adds a made hub that works for some places. Returns its id. */
export async function addHub(
  db: Kysely<Database>,
  { places = [], ...hub }: Partial<NewHub> & { name: string; places?: string[] },
): Promise<string> {
  const { id } = await db
    .insertInto('hub')
    .values({ kind: 'council', postal_address: 'Made hub, 1 Example Street', ...hub })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const locality_code of places)
    await db.insertInto('hub_locality').values({ hub_id: id, locality_code }).execute()
  return id
}

/** A person who acts in one role, with the cookie of a running session. */
export interface Reader {
  actor: Actor
  cookie: string
}

/** Adds an account with a membership in a hub or an organisation, signed in. */
export async function addReader(
  db: Kysely<Database>,
  wish: { role: Exclude<Role, 'anonymous'>; hubId?: string; organisationId?: string },
): Promise<Reader> {
  const token = randomUUID()
  const account = await db
    .insertInto('account')
    .values({ display_name: `Made ${wish.role}` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const place = { hub_id: wish.hubId ?? null, organisation_id: wish.organisationId ?? null }
  const membership = await db
    .insertInto('membership')
    .values({ account_id: account.id, role: wish.role, ...place })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('session')
    .values({
      token_hash: createHash('sha256').update(token).digest(),
      account_id: account.id,
      membership_id: membership.id,
      expires_at: '2099-01-01T00:00:00Z',
    })
    .execute()
  const actor = { accountId: account.id, hubId: place.hub_id, organisationId: place.organisation_id, role: wish.role }
  return { actor, cookie: `${SESSION_COOKIE}=${token}` }
}
