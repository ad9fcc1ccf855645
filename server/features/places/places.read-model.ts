import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { NotFound } from '../../domain/errors.js'

/** An area with the codes of everything inside it, itself included. */
export interface Area {
  code: string
  name: string
  members: string[]
}

export interface Place extends Area {
  kind: string
  /** The places around it, nearest first. */
  around: { code: string; name: string; kind: string }[]
  /** The present moment as the database sees it, ISO. */
  now: string
  /** The region that holds it, or the widest place around it; null where it stands alone. */
  region: Area | null
}

/** Places are public: everybody gets the same answer. */
@Injectable()
export class PlacesReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The place with this code. Throws NotFound when there is none. */
  async find(code: string): Promise<Place> {
    return this.door.withActor(anonymous, async tx => {
      const chain = await sql<{ code: string; name: string; kind: string; now: Date }>`with recursive up as (
          select l.code, l.name, l.kind, l.parent_code, 0 as step from locality l where l.code = ${code}
          union all
          select l.code, l.name, l.kind, l.parent_code, up.step + 1 from locality l join up on l.code = up.parent_code
          where up.step < 10)
        select code, name, kind, wellmet_now() as now from up order by step`.execute(tx)
      const [place, ...above] = chain.rows
      if (!place) throw new NotFound(`There is no place with the code ${code.slice(0, 20)}.`)
      const around = above.map(({ code, name, kind }) => ({ code, name, kind }))
      const region = around.find(a => a.kind === 'region') ?? around.at(-1)
      const inside = await sql<{ root: string; members: string[] }>`with recursive down as (
          select l.code as root, l.code from locality l where l.code = any(${[code, region?.code ?? code]}::text[])
          union
          select down.root, l.code from locality l join down on l.parent_code = down.code)
        select root, array_agg(code order by code) as members from down group by root`.execute(tx)
      const members = (root: string): string[] => inside.rows.find(row => row.root === root)?.members ?? [root]
      return {
        code,
        name: place.name,
        kind: place.kind,
        now: place.now.toISOString(),
        members: members(code),
        around,
        region: region ? { code: region.code, name: region.name, members: members(region.code) } : null,
      }
    })
  }
}
