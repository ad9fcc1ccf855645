import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { type AwardLine, isCeiling, placeOfSupplier, type SupplierAddress } from '../../domain/economy/spend.js'

interface AwardFound {
  id: string
  notice_id: string
  title: string | null
  notice_title: string
  method_details: string | null
  category: string | null
  value_amount: string | null
  value_currency: string | null
  value_note: string | null
  decided_on: string
  suppliers: SupplierAddress[]
}

/** Awards of a place's buyers with what is known of where their suppliers sit. */
export interface PlaceAwards {
  lines: (AwardLine & { category: string; year: string })[]
  /** First and last day, or null without any award. */
  from: string | null
  to: string | null
  sources: { name: string; attribution: string; until: string }[]
  demonstration: boolean
  /** Awards from the other kind of source (demonstration or real), left out. */
  others: number
}

/** Published awards are public: everybody gets the same answer. */
@Injectable()
export class AwardsReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Awards whose notice lies in one of these places. Demonstration and real notices are never added together. */
  async awardsOf(here: string[]): Promise<PlaceAwards> {
    return this.door.withActor(anonymous, async tx => {
      const sources = await sql<{
        id: string
        name: string
        attribution: string
        demonstration: boolean
        until: string
        awards: string
      }>`
        select s.id, s.name, s.attribution, s.demonstration, count(*) as awards,
          max((n.pulled_at at time zone 'Europe/London')::date)::text as until
        from award a join notice n on n.id = a.notice_id join source s on s.id = n.source_id
        where n.locality_code = any(${here}::text[]) group by s.id order by s.name`.execute(tx)
      const outward = await tx.selectFrom('outward_code').select('code').where('locality_code', 'in', here).execute()
      const awards = (demonstration: boolean): number =>
        sources.rows.reduce((sum, s) => sum + (s.demonstration === demonstration ? Number(s.awards) : 0), 0)
      const demonstration = awards(true) > awards(false)
      const used = sources.rows.filter(s => s.demonstration === demonstration)
      const { rows } = await sql<AwardFound>`
        select a.id, a.notice_id, a.title, n.title as notice_title, n.method_details, n.category,
          a.value_amount, a.value_currency, a.value_note,
          coalesce(a.awarded_on, (n.published_at at time zone 'Europe/London')::date)::text as decided_on,
          coalesce((select jsonb_agg(jsonb_build_object('locality', o.locality_code, 'postcode', coalesce(o.postcode, m.postcode))
              order by m.id)
            from award_supplier s join mention m on m.id = s.mention_id
              left join mention_link k on k.mention_id = m.id left join organisation o on o.id = k.organisation_id
            where s.award_id = a.id), '[]') as suppliers
        from award a join notice n on n.id = a.notice_id
        where n.locality_code = any(${here}::text[]) and n.source_id = any(${used.map(s => s.id)}::text[])
          and coalesce(a.status, '') not in ('cancelled', 'unsuccessful')
        order by decided_on, a.id`.execute(tx)
      const area = { localities: new Set(here), outwardCodes: new Set(outward.map(row => row.code)) }
      return {
        lines: rows.map(row => lineOf(row, area)),
        from: rows[0]?.decided_on ?? null,
        to: rows.at(-1)?.decided_on ?? null,
        sources: used.map(({ name, attribution, until }) => ({ name, attribution, until })),
        demonstration,
        others: awards(!demonstration),
      }
    })
  }
}

function lineOf(
  row: AwardFound,
  area: { localities: ReadonlySet<string>; outwardCodes: ReadonlySet<string> },
): PlaceAwards['lines'][number] {
  const pounds = row.value_amount !== null && (row.value_currency ?? 'GBP') === 'GBP'
  return {
    id: row.id,
    noticeId: row.notice_id,
    value: pounds ? Number(row.value_amount) : null,
    ceiling: isCeiling({
      titles: [row.title ?? '', row.notice_title],
      methodDetails: row.method_details,
      valueNote: row.value_note,
    }),
    suppliers: row.suppliers.map(supplier => placeOfSupplier(supplier, area)),
    group: '',
    category: row.category ?? 'not stated',
    year: row.decided_on.slice(0, 4),
  }
}
