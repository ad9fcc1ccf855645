import type { Generated, Insertable, Selectable } from 'kysely'
import type { Numeric } from './column-types.js'

/** One priority of a framework: pillar, foundation, sector, mission or a county's own P. */
export interface FrameworkNodeTable {
  id: Generated<string>
  framework_id: string
  parent_id: string | null
  code: string
  title: string
  definition: string
  position: number
  kind: 'theme' | 'sector' | 'instrument' | 'beneficiary'
  sic_prefixes: Generated<string[]>
  cpv_prefixes: Generated<string[]>
  target_share: Numeric | null
}

export type FrameworkNodeRow = Selectable<FrameworkNodeTable>
export type NewFrameworkNode = Insertable<FrameworkNodeTable>
