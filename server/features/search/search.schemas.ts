import { z } from 'zod'

export const searchQuery = z.object({
  q: z.string().trim().min(2).max(200),
  place: z.string().optional(),
  kind: z.enum(['any', 'need', 'organisation', 'place']).default('any'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type SearchQuery = z.infer<typeof searchQuery>

export const searchResults = z
  .object({
    q: z.string(),
    headline: z.string(),
    items: z.array(
      z.object({
        kind: z.enum(['need', 'organisation', 'place']),
        id: z.string(),
        title: z.string(),
        meta: z.string(),
        address: z.string(),
        demonstration: z.boolean(),
      }),
    ),
    total: z.number().int(),
    not_in_here: z.string(),
  })
  .meta({ id: 'SearchResults' })
export type SearchResults = z.infer<typeof searchResults>
