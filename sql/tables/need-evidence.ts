import type { Generated, Insertable, Selectable } from 'kysely'

/** What people and bodies said, in their words, each with consent to publish. */
export interface NeedEvidenceTable {
  id: Generated<string>
  need_id: string
  answer_id: string | null
  hub_id: string | null
  quote: string
  stance: 'supports' | 'opposes'
  respondent_kind: string | null
  public_id: string | null
  said_on: string | null
}

export type NeedEvidenceRow = Selectable<NeedEvidenceTable>
export type NewNeedEvidence = Insertable<NeedEvidenceTable>
