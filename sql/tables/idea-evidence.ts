import type { Generated, Insertable, Selectable } from 'kysely'

/** Dated proof added after a decision; closes_gap names the gap item it answers. */
export interface IdeaEvidenceTable {
  id: Generated<string>
  idea_id: string
  statement: string
  evidence_date: string
  closes_gap: string | null
}

export type IdeaEvidenceRow = Selectable<IdeaEvidenceTable>
export type NewIdeaEvidence = Insertable<IdeaEvidenceTable>
