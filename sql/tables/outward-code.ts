import type { Insertable, Selectable } from 'kysely'
import type { Numeric } from './column-types.js'

/** First half of a postcode with a rough centre, ours: stands in until a postcode file is loaded. Where a code crosses a border it belongs to the place that holds most of it. */
export interface OutwardCodeTable {
  code: string
  locality_code: string | null
  latitude: Numeric
  longitude: Numeric
}

export type OutwardCodeRow = Selectable<OutwardCodeTable>
export type NewOutwardCode = Insertable<OutwardCodeTable>
