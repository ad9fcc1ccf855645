import type { Generated, Insertable, Selectable } from 'kysely'

/** Who runs challenges under one set of rules. */
export interface ProgrammeTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  hub_id: string | null
  name: string
  operator: string | null
  rules: string | null
}

export type ProgrammeRow = Selectable<ProgrammeTable>
export type NewProgramme = Insertable<ProgrammeTable>
