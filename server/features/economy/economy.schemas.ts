import { z } from 'zod'

/** The Economy page asks for panels one by one, so that one that does not load leaves the others alone. */
export const economyQuery = z.object({
  against: z.enum(['region', 'all']).default('region'),
  level: z.enum(['section', 'division']).default('section'),
  agents: z.enum(['with', 'without']).default('with'),
})
export type EconomyQuery = z.infer<typeof economyQuery>

export const spendQuery = z.object({ by: z.enum(['total', 'category', 'year']).default('total') })
export type SpendQuery = z.infer<typeof spendQuery>

export const economy = z
  .object({
    place: z.object({ code: z.string(), name: z.string() }),
    headline: z.string(),
    lede: z.string(),
    data_of: z.string(),
    not_in_here: z.string(),
  })
  .meta({ id: 'Economy' })
export type Economy = z.infer<typeof economy>
