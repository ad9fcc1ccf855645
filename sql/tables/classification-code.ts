import type { Insertable, Selectable } from 'kysely'

/** Industry sections and divisions (SIC 2007) and procurement divisions (CPV 2008). */
export interface ClassificationCodeTable {
  scheme: string
  code: string
  parent_code: string | null
  title: string
}

export type ClassificationCodeRow = Selectable<ClassificationCodeTable>
export type NewClassificationCode = Insertable<ClassificationCodeTable>
