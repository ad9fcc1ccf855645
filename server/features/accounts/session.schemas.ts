import { z } from 'zod'

/** The roles that the demonstration's switch offers. */
export const demonstrationRole = z.enum(['strategist', 'officer', 'commissioner', 'innovator', 'citizen', 'steward'])
export type DemonstrationRole = z.infer<typeof demonstrationRole>

export const session = z
  .object({
    role: z.string(),
    display_name: z.string(),
    hub_name: z.string().nullable(),
    organisation_name: z.string().nullable(),
    organisation_id: z.string().nullable(),
    demonstration: z.boolean(),
    /** Empty outside the demonstration: then nobody can step into a role. */
    switch_to: z.array(z.object({ as: demonstrationRole, label: z.string(), description: z.string() })),
    today: z.string(),
    default_place: z.string(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>

export const switchRole = z.strictObject({ as: demonstrationRole }).meta({ id: 'SwitchRole' })
export type SwitchRole = z.infer<typeof switchRole>
