import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'

/** The demonstration's places by their codes: a region that does not exist as such, two counties inside it, one far away. */
export const DURHAM = 'E06000047'
export const NORTHUMBERLAND = 'E06000057'
export const HEREFORDSHIRE = 'E06000019'
export const NORTH_EAST = 'E12000001'

/** Adds County Durham and Northumberland in the North East, Herefordshire elsewhere, with a few outward codes. */
export async function addPlaces(db: Kysely<Database>): Promise<void> {
  await db
    .insertInto('locality')
    .values([
      { code: NORTH_EAST, name: 'North East', kind: 'region' },
      { code: DURHAM, name: 'County Durham', kind: 'county', parent_code: NORTH_EAST },
      { code: NORTHUMBERLAND, name: 'Northumberland', kind: 'county', parent_code: NORTH_EAST },
      { code: HEREFORDSHIRE, name: 'Herefordshire', kind: 'county' },
    ])
    .onConflict(c => c.doNothing())
    .execute()
  await db
    .insertInto('outward_code')
    .values([
      { code: 'DH1', locality_code: DURHAM, latitude: 54.78, longitude: -1.57 },
      { code: 'NE61', locality_code: NORTHUMBERLAND, latitude: 55.17, longitude: -1.69 },
      { code: 'HR1', locality_code: HEREFORDSHIRE, latitude: 52.06, longitude: -2.7 },
    ])
    .onConflict(c => c.doNothing())
    .execute()
}
