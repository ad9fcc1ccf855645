import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'

/** Companies that came to and left the register in one month, in one place. */
export interface NetRow {
  code: string
  name: string
  own: boolean
  incorporated: number
  left: number
}

export interface NetCompanies {
  /** YYYY-MM. */
  month: string
  /** False where the register has been seen only once: then nobody can be known to have left. */
  leavingKnown: boolean
  places: NetRow[]
}

/** The last whole month of a register for a place and its neighbours. Registers are public. */
@Injectable()
export class NetCompaniesReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  async find(code: string, register: { sourceId: string; dataOf: string }): Promise<NetCompanies> {
    return this.door.withActor(anonymous, async tx => {
      const found = await sql<NetRow & { month: string; known: boolean }>`
        with recursive span as (select date_trunc('month', ${register.dataOf}::date)::date as until),
        asked as (select ${code}::text as root union select nb.neighbour_code from locality_neighbour nb where nb.locality_code = ${code}),
        inside as (select a.root, a.root as code from asked a union select i.root, l.code from locality l join inside i on l.parent_code = i.code)
        select p.code, p.name, p.code = ${code} as own,
          count(*) filter (where o.incorporated_on >= span.until - interval '1 month' and o.incorporated_on < span.until)::int as incorporated,
          count(*) filter (where o.left_register_on >= span.until - interval '1 month' and o.left_register_on < span.until)::int as "left",
          to_char(span.until - interval '1 month', 'YYYY-MM') as month,
          exists (select 1 from organisation x where x.source_id = ${register.sourceId} and x.left_register_on < span.until) as known
        from asked a cross join span join locality p on p.code = a.root join inside i on i.root = a.root
        left join organisation o on o.locality_code = i.code and o.source_id = ${register.sourceId}
        group by p.code, p.name, span.until order by own desc, p.name, p.code`.execute(tx)
      return {
        month: found.rows[0]?.month ?? register.dataOf.slice(0, 7),
        leavingKnown: found.rows[0]?.known ?? false,
        places: found.rows.map(({ month: _month, known: _known, ...row }) => row),
      }
    })
  }
}
