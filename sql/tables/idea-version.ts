import type { Generated, Insertable, Selectable } from 'kysely'

/** The idea's text as it stood on a day. Only readers within the tier see it. */
export interface IdeaVersionTable {
  id: Generated<string>
  idea_id: string
  version: number
  body: string
  stated_on: string
}

export type IdeaVersionRow = Selectable<IdeaVersionTable>
export type NewIdeaVersion = Insertable<IdeaVersionTable>
