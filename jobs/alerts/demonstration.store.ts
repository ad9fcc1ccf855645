import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'

/** A role of the demonstration that gets mail, and for whom it acts. */
export interface DemonstrationReader {
  accountId: string
  name: string
  hubId: string | null
  organisationId: string | null
  organisation: string | null
  place: string | null
}

interface DemonstrationWish {
  accountId: string
  hubId: string | null
  organisationId: string | null
  addressHash: Buffer
  addressEnc: Buffer
  name: string
  query: object
}

/** The demonstration's readers and the alerts that are written for them. */
export const DemonstrationStore = {
  /** Writes a confirmed alert of the demonstration unless there is one of that name. Null: it was there. */
  async add(tx: Tx, wish: DemonstrationWish): Promise<string | null> {
    const there = await tx
      .selectFrom('subscription')
      .select('id')
      .where('demonstration', '=', true)
      .where('name', '=', wish.name)
      .executeTakeFirst()
    if (there) return null
    const { id } = await tx
      .insertInto('subscription')
      .values({
        account_id: wish.accountId,
        hub_id: wish.hubId,
        organisation_id: wish.organisationId,
        address_hash: wish.addressHash,
        address_enc: wish.addressEnc,
        name: wish.name,
        query: JSON.stringify(wish.query),
        cadence: 'weekly',
        ceiling: 5,
        state: 'active',
        confirmed_at: sql<Date>`wellmet_now() - interval '30 days'`,
        demonstration: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('subscription_consent')
      .values({
        subscription_id: id,
        subscriber_kind: 'company',
        lawful_basis: 'consent',
        wording_version: 'demonstration-1',
        consent_at: sql<Date>`wellmet_now() - interval '30 days'`,
        confirmed_at: sql<Date>`wellmet_now() - interval '30 days'`,
        how: 'made with the demonstration',
        source: 'demonstration',
      })
      .execute()
    return id
  },

  /** The roles of the demonstration that get mail: who they are, and for whom they act. */
  async readers(tx: Tx): Promise<DemonstrationReader[]> {
    const found = await sql<DemonstrationReader>`
      select a.id as "accountId", a.display_name as name, m.hub_id as "hubId", m.organisation_id as "organisationId", o.name as organisation,
        (select hl.locality_code from hub_locality hl where hl.hub_id = m.hub_id order by hl.locality_code limit 1) as place
      from account a join membership m on m.account_id = a.id left join organisation o on o.id = m.organisation_id
      where a.demonstration and a.display_name in ('Innovator', 'Hub officer') order by a.display_name`.execute(tx)
    return found.rows
  },
}
