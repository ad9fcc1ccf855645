import type { Generated, Insertable, Selectable } from 'kysely'

/** A person's role in one hub or one organisation. A request acts in one membership; rights are never added together. */
export interface MembershipTable {
  id: Generated<string>
  account_id: string
  hub_id: string | null
  organisation_id: string | null
  role:
    | 'innovator'
    | 'innovator_admin'
    | 'viewer'
    | 'officer'
    | 'commissioner'
    | 'hub_admin'
    | 'strategist'
    | 'operator'
}

export type MembershipRow = Selectable<MembershipTable>
export type NewMembership = Insertable<MembershipTable>
