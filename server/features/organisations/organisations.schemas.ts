import { z } from 'zod'
import { pageOf, pageQuery } from '../../http/paging.js'

/** A value with where it comes from: shown beside it, never merged away. */
const fact = z.object({ name: z.string(), value: z.string().nullable(), source: z.string(), date: z.string() })

export const organisation = z
  .object({
    id: z.string(),
    name: z.string(),
    demonstration: z.boolean(),
    status: z.string(),
    place: z.string().nullable(),
    headline: z.string(),
    identifiers: z.array(z.object({ scheme: z.string(), identifier: z.string() })),
    facts: z.array(fact),
    activities: z.array(z.object({ code: z.string(), title: z.string() })),
    names: z.array(z.object({ name: z.string(), kind: z.string(), valid_to: z.string().nullable() })),
    capabilities: z.array(z.object({ statement: z.string(), basis: z.string(), date: z.string().nullable() })),
    awards: z.array(
      z.object({
        title: z.string(),
        buyer: z.string().nullable(),
        awarded_on: z.string().nullable(),
        value: z.string(),
        joined_by: z.string(),
      }),
    ),
    events: z.array(z.object({ on: z.string(), text: z.string() })),
    /** Needs it could meet, for readers who may see its matches. */
    needs: z.array(
      z.object({
        match_id: z.string(),
        need_id: z.string(),
        reference: z.string(),
        title: z.string(),
        label: z.string(),
        place: z.string().nullable(),
      }),
    ),
    not_in_here: z.string(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof organisation>

/** `q` is a name or a part of one, a company number or a postcode. */
export const organisationListQuery = z.object({
  q: z.string().trim().min(2).max(200),
  place: z.string().optional(),
  status: z.enum(['active', 'any']).default('any'),
  ...pageQuery,
})
export type OrganisationListQuery = z.infer<typeof organisationListQuery>

export const organisationListItem = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    place: z.string().nullable(),
    town: z.string().nullable(),
    postcode: z.string().nullable(),
    company_number: z.string().nullable(),
    demonstration: z.boolean(),
  })
  .meta({ id: 'OrganisationListItem' })

export const organisationList = pageOf(organisationListItem)
  .extend({ headline: z.string(), not_in_here: z.string() })
  .meta({ id: 'OrganisationList' })
export type OrganisationList = z.infer<typeof organisationList>
