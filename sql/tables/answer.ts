import type { Generated, Insertable, Selectable } from 'kysely'

/** The words given to one question. Personal data: shown only with consent, never logged. */
export interface AnswerTable {
  id: Generated<string>
  response_id: string
  question_id: string
  hub_id: string | null
  body: string
}

export type AnswerRow = Selectable<AnswerTable>
export type NewAnswer = Insertable<AnswerTable>
