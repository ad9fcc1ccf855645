import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { NewConsent } from '../../sql/tables/consent.js'
import type { Database } from '../../sql/tables/database.js'
import type { NewIdea } from '../../sql/tables/idea.js'
import type { NewNonAdoption } from '../../sql/tables/non-adoption.js'
import type { NewSubmission } from '../../sql/tables/submission.js'

/** Adds a made programme with one challenge. Returns both ids. */
export async function addChallenge(
  db: Kysely<Database>,
  wish: { source_id: string; hub_id?: string; name?: string; title?: string },
): Promise<{ programmeId: string; challengeId: string }> {
  const provenance = { source_id: wish.source_id, hub_id: wish.hub_id ?? null }
  const title = wish.title ?? 'Warm rooms'
  const programme = await db
    .insertInto('programme')
    .values({ ...provenance, source_ref: randomUUID(), name: wish.name ?? 'Made programme' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const challenge = await db
    .insertInto('challenge')
    .values({
      ...provenance,
      source_ref: randomUUID(),
      programme_id: programme.id,
      title,
      title_key: title.toLowerCase(),
      state: 'closed',
      row_hash: Buffer.from(title),
      pulled_at: '2026-11-01T06:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { programmeId: programme.id, challengeId: challenge.id }
}

export interface IdeaWish extends Partial<NewIdea> {
  source_id: string
  /** Tier that the owner agreed to; none leaves the idea listed nowhere. */
  tier?: NewConsent['tier']
  submission?: Partial<NewSubmission> & { challenge_id: string }
  reasons?: (Partial<NewNonAdoption> & { code: NewNonAdoption['code'] })[]
}

/** Adds an invented idea that was not adopted, with its submission, reasons and consent. Returns its id. */
export async function addIdea(db: Kysely<Database>, wish: IdeaWish): Promise<string> {
  const { tier, submission, reasons = [], ...idea } = wish
  const ref = randomUUID()
  const { id } = await db
    .insertInto('idea')
    .values({
      source_ref: ref,
      owner_name: 'Pelaw Listening Ltd',
      state: 'not_adopted',
      title: 'Kettle and Light',
      teaser: 'Ordinary household rhythm as an early sign',
      ...idea,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (tier) {
    await db
      .insertInto('consent')
      .values({ idea_id: id, tier, wording_version: 'made-1', given_at: '2026-10-01T09:00:00Z' })
      .execute()
  }
  if (submission) {
    const made = await db
      .insertInto('submission')
      .values({
        source_id: wish.source_id,
        source_ref: ref,
        idea_id: id,
        organisation_id: wish.organisation_id ?? null,
        outcome: 'not_adopted',
        submitted_on: '2025-01-10',
        decided_on: '2025-03-14',
        row_hash: Buffer.from(ref),
        pulled_at: '2026-11-01T06:00:00Z',
        ...submission,
      })
      .returning(['id', 'hub_id', 'organisation_id'])
      .executeTakeFirstOrThrow()
    for (const reason of reasons) {
      await db
        .insertInto('non_adoption')
        .values({ submission_id: made.id, hub_id: made.hub_id, organisation_id: made.organisation_id, ...reason })
        .execute()
    }
  }
  return id
}
