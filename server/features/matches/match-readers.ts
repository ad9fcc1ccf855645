import type { Actor, Role } from '../../database/actor.js'

/** Whose matches a reader sees with names: a hub's, an organisation's own, or none. The rows themselves are kept by row-level security. */
export type Reach = 'hub' | 'own' | 'counts'

const HUB_ROLES: ReadonlySet<Role> = new Set(['viewer', 'officer', 'commissioner', 'hub_admin'])
const STAFF: ReadonlySet<Role> = new Set(['officer', 'commissioner', 'hub_admin'])

export function reachOf(actor: Actor): Reach {
  if (actor.hubId && HUB_ROLES.has(actor.role)) return 'hub'
  return actor.organisationId ? 'own' : 'counts'
}

/** May answer for a hub: say what fits, and ask owners. */
export const isStaff = (actor: Actor): boolean => actor.hubId !== null && STAFF.has(actor.role)

const ROLE_WORDS: Record<Role, string> = {
  anonymous: 'visitor',
  innovator: 'innovator',
  innovator_admin: 'innovator',
  viewer: 'hub viewer',
  officer: 'hub officer',
  commissioner: 'commissioner',
  hub_admin: 'steward',
  strategist: 'strategist',
  operator: 'operator',
}

/** "You are signed in as strategist." */
export const signedInAs = (role: Role): string =>
  role === 'anonymous' ? 'You are not signed in.' : `You are signed in as ${ROLE_WORDS[role]}.`
