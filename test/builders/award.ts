import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { NewAward } from '../../sql/tables/award.js'
import type { Database } from '../../sql/tables/database.js'
import type { NewNotice } from '../../sql/tables/notice.js'

/** A supplier as a notice writes it, joined to an organisation or not. */
export interface SupplierWish {
  organisationId?: string
  postcode?: string
  name?: string
}

export interface AwardWish {
  source_id: string
  notice?: Partial<NewNotice>
  /** Awards of the notice; one by default. */
  awards?: (Partial<NewAward> & { suppliers?: SupplierWish[] })[]
}

/** Adds a made award notice with its awards and suppliers. Returns the award ids. */
export async function addAwards(db: Kysely<Database>, wish: AwardWish): Promise<string[]> {
  const ref = randomUUID()
  const { id: noticeId } = await db
    .insertInto('notice')
    .values({
      source_id: wish.source_id,
      ocid: `ocds-made-${ref}`,
      title: 'Made award notice',
      regime: 'new',
      kind: 'award',
      published_at: '2026-06-01T09:00:00Z',
      release_count: 1,
      row_hash: Buffer.from(ref),
      pulled_at: '2026-11-01T06:00:00Z',
      ...wish.notice,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ids: string[] = []
  for (const [i, { suppliers = [], ...award }] of (wish.awards ?? [{}]).entries()) {
    const { id } = await db
      .insertInto('award')
      .values({
        notice_id: noticeId,
        source_ref: `${ref}-${i}`,
        value_currency: 'GBP',
        awarded_on: '2026-05-20',
        ...award,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(id)
    for (const [j, supplier] of suppliers.entries())
      await addSupplier(db, { ...supplier, awardId: id, source: wish.source_id, ref: `${ref}-${i}-${j}` })
  }
  return ids
}

async function addSupplier(
  db: Kysely<Database>,
  wish: SupplierWish & { awardId: string; source: string; ref: string },
): Promise<void> {
  const { id } = await db
    .insertInto('mention')
    .values({
      source_id: wish.source,
      source_ref: wish.ref,
      role: 'supplier',
      name: wish.name ?? 'Made supplier',
      postcode: wish.postcode ?? null,
      pulled_at: '2026-11-01T06:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('award_supplier').values({ award_id: wish.awardId, mention_id: id }).execute()
  if (wish.organisationId) {
    await db
      .insertInto('mention_link')
      .values({
        mention_id: id,
        organisation_id: wish.organisationId,
        score: 1,
        evidence: '[]',
        decided_by: 'identifier',
      })
      .execute()
  }
}
