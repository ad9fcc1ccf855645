import type { Generated, Insertable, Selectable } from 'kysely'

/** One person's or body's answer. source_ref is private; public_id is what may be shown. */
export interface ResponseTable {
  id: Generated<string>
  consultation_id: string
  hub_id: string | null
  source_ref: string
  public_id: string
  submitted_on: string | null
  respondent_kind: string | null
  locality_code: string | null
  publish_consent: Generated<boolean>
  state: Generated<string>
  support: number | null
  duplicate_of: Generated<string[]>
  row_hash: Buffer
}

export type ResponseRow = Selectable<ResponseTable>
export type NewResponse = Insertable<ResponseTable>
