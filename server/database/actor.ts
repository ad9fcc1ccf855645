/** Roles as `membership.role` holds them; anonymous has no membership. */
export type Role =
  | 'anonymous'
  | 'innovator'
  | 'innovator_admin'
  | 'viewer'
  | 'officer'
  | 'commissioner'
  | 'hub_admin'
  | 'strategist'
  | 'operator'

/** For whom a transaction runs: one account acting in one membership, or nobody. */
export interface Actor {
  accountId: string | null
  hubId: string | null
  organisationId: string | null
  role: Role
}

export const anonymous: Actor = { accountId: null, hubId: null, organisationId: null, role: 'anonymous' }

/** System roles that the worker steps into, one at a time. */
export type SystemRole = 'wellmet_ingest' | 'wellmet_match' | 'wellmet_mail' | 'wellmet_jobs' | 'wellmet_backup'
