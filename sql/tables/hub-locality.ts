import type { Insertable, Selectable } from 'kysely'

/** The places a hub works for. */
export interface HubLocalityTable {
  hub_id: string
  locality_code: string
}

export type HubLocalityRow = Selectable<HubLocalityTable>
export type NewHubLocality = Insertable<HubLocalityTable>
