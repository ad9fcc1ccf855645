import type { Generated, Insertable, Selectable } from 'kysely'

/** One question of a consultation. */
export interface QuestionTable {
  id: Generated<string>
  consultation_id: string
  number: number
  wording: string
  kind: Generated<string>
}

export type QuestionRow = Selectable<QuestionTable>
export type NewQuestion = Insertable<QuestionTable>
