import { z } from 'zod'
import { panel } from '../../http/panel.schemas.js'
import { match } from '../matches/matches.schemas.js'

export const secondChancesQuery = z.object({
  programme: z.string().optional(),
  reason: z.string().optional(),
  cohort: z.enum(['whole', 'twelve_months']).default('whole'),
})
export type SecondChancesQuery = z.infer<typeof secondChancesQuery>

/** Stages in time: one idea is one unit. Links lead only to the next stage. */
export const flow = z.object({
  stages: z.array(z.object({ key: z.string(), title: z.string() })),
  nodes: z.array(
    z.object({
      id: z.string(),
      stage: z.number().int(),
      title: z.string(),
      n: z.number().int(),
      tone: z.enum(['rest', 'forward', 'not_adopted', 'again']),
    }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string(), n: z.number().int() })),
})

export const secondChances = z
  .object({
    readable: z.boolean(),
    why: z.string().nullable(),
    headline: z.string(),
    lede: z.string(),
    programmes: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The same numbers as a table (stage, in, out, still here) for the panel's other tabs. */
    flow,
    flow_panel: panel,
    ready: z.array(match),
    /** The reason is not known: to be asked for before anything is offered. */
    ask_first: z.array(match),
    reasons: panel,
    not_in_here: z.string(),
  })
  .meta({ id: 'SecondChances' })
export type SecondChances = z.infer<typeof secondChances>
