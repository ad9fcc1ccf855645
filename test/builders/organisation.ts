import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'
import type { NewOrganisation } from '../../sql/tables/organisation.js'

export interface OrganisationWish extends Partial<NewOrganisation> {
  /** SIC 2007 codes, the first one first. */
  sic?: { code: string; title?: string }[]
  /** Company number; none leaves the body without one. */
  number?: string
  capabilities?: string[]
}

/** Adds an invented organisation. Returns its id. */
export async function addOrganisation(
  db: Kysely<Database>,
  wish: OrganisationWish & { source_id: string },
): Promise<string> {
  const { sic = [], number, capabilities = [], ...columns } = wish
  const ref = number ?? randomUUID()
  const provenance = { source_id: wish.source_id, pulled_at: '2026-11-01T06:00:00Z' }
  const { id } = await db
    .insertInto('organisation')
    .values({
      name: `Made company ${ref}`,
      status: 'active',
      source_ref: ref,
      row_hash: Buffer.from(ref),
      ...provenance,
      ...columns,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (number) {
    await db
      .insertInto('organisation_identifier')
      .values({ scheme: 'GB-COH', identifier: number, organisation_id: id, source_ref: ref, ...provenance })
      .execute()
  }
  if (sic.length > 0) {
    await db
      .insertInto('organisation_activity')
      .values(
        sic.map((s, position) => ({
          organisation_id: id,
          scheme: s.code.length === 5 ? 'SIC 2007' : 'SIC 2003',
          code: s.code,
          title: s.title ?? `Activity ${s.code}`,
          position,
        })),
      )
      .execute()
  }
  if (capabilities.length > 0) {
    await db
      .insertInto('capability')
      .values(
        capabilities.map((statement, i) => ({
          organisation_id: id,
          statement,
          basis: 'stated' as const,
          source_ref: `${ref}-${i}`,
          ...provenance,
        })),
      )
      .execute()
  }
  return id
}
