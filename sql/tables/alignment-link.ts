import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Numeric, Timestamp } from './column-types.js'

/** An item serves a priority, with a quote: no quote, no link. A rule or a model never says principal, and a removed link stays so that it is not suggested again. */
export interface AlignmentLinkTable {
  id: Generated<string>
  item_kind: 'need' | 'idea' | 'organisation' | 'award'
  item_id: string
  node_id: string
  grade: 'principal' | 'significant' | 'not_targeted' | 'conflicts'
  basis: 'declared' | 'officer' | 'rule' | 'model'
  state: 'suggested' | 'confirmed' | 'removed'
  quotes: Json
  confidence: Numeric
  method: string
  hub_id: string | null
  account_id: string | null
  coded_at: Generated<Timestamp>
  override_reason: string | null
  superseded_by: string | null
}

export type AlignmentLinkRow = Selectable<AlignmentLinkTable>
export type NewAlignmentLink = Insertable<AlignmentLinkTable>
