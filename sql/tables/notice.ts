import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Numeric, Timestamp } from './column-types.js'

/** All publications under one OCID, compiled: latest value of each field. One OCID is not always one procurement. */
export interface NoticeTable {
  id: Generated<string>
  source_id: string
  ocid: string
  title: string
  description: string | null
  regime: 'new' | 'old' | 'below' | 'unknown'
  notice_type: string | null
  kind: 'engagement' | 'pipeline' | 'planned' | 'tender' | 'award' | 'contract' | 'termination' | 'other'
  status: string | null
  method: string | null
  method_details: string | null
  category: string | null
  buyer_name: string | null
  buyer_mention_id: string | null
  locality_code: string | null
  locality_rule: string | null
  region_text: string | null
  value_amount: Numeric | null
  value_currency: string | null
  value_note: string | null
  cpv: Generated<string[]>
  lots: Generated<Json>
  warnings: Generated<string[]>
  suitable_sme: boolean | null
  suitable_vcse: boolean | null
  published_at: Timestamp
  closes_at: Timestamp | null
  engagement_due_at: Timestamp | null
  future_notice_at: Timestamp | null
  contract_from: string | null
  contract_to: string | null
  address: string | null
  release_count: number
  row_hash: Buffer
  pulled_at: Timestamp
}

export type NoticeRow = Selectable<NoticeTable>
export type NewNotice = Insertable<NoticeTable>
