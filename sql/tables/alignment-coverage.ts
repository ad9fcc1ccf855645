import type { Insertable, Selectable } from 'kysely'
import type { Generated, Timestamp } from './column-types.js'

/** How much has been compared with the framework at all: the bucket without a link is always visible. */
export interface AlignmentCoverageTable {
  framework_id: string
  locality_code: string
  item_kind: string
  confirmed: number
  suggested: number
  unlinked: number
  not_coded: number
  computed_at: Generated<Timestamp>
}

export type AlignmentCoverageRow = Selectable<AlignmentCoverageTable>
export type NewAlignmentCoverage = Insertable<AlignmentCoverageTable>
