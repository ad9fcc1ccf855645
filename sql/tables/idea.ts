import type { Generated, Insertable, Selectable } from 'kysely'
import type { Numeric } from './column-types.js'

/** The innovator's own record of a solution; it exists apart from any application. */
export interface IdeaTable {
  id: Generated<string>
  source_id: string
  source_ref: string
  organisation_id: string | null
  owner_name: string
  state:
    | 'private'
    | 'in_programme'
    | 'not_adopted'
    | 'seeking'
    | 'introduced'
    | 'piloting'
    | 'adopted'
    | 'paused'
    | 'closed'
    | 'erased'
  title: string
  teaser: string | null
  price: Numeric | null
  price_first_phase: Numeric | null
  maturity: number | null
  maturity_stated_on: string | null
  organisation_size: string | null
  needs_partner: boolean | null
}

export type IdeaRow = Selectable<IdeaTable>
export type NewIdea = Insertable<IdeaTable>
