import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import type { PlaceList } from './overview.schemas.js'

type Place = PlaceList['items'][number]

/** Places are public: everybody gets the same answer. */
@Injectable()
export class PlacesListReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** Places that exist today, those of a hub first; or the one with this code. */
  async list(code: string | null): Promise<Place[]> {
    const found = await this.door.withActor(anonymous, tx =>
      sql<Place>`select l.code, l.name, l.kind, h.name as demonstration_hub,
          coalesce((select jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name)
            from locality_neighbour nb join locality b on b.code = nb.neighbour_code where nb.locality_code = l.code), '[]') as neighbours
        from locality l
        left join lateral (select hub.name from hub_locality hl join hub on hub.id = hl.hub_id
          where hl.locality_code = l.code and hub.demonstration and hub.kind = 'council' order by hub.created_at, hub.id limit 1) h on true
        where (${code}::text is null or l.code = ${code}) and (l.valid_to is null or l.valid_to > wellmet_now()::date)
        order by exists (select 1 from hub_locality hl where hl.locality_code = l.code) desc, l.name, l.code`.execute(
        tx,
      ),
    )
    return found.rows
  }
}
