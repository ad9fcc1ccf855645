import { z } from 'zod'
import { pageOf, pageQuery } from '../../http/paging.js'
import { match } from '../matches/matches.schemas.js'

export const needState = z.enum([
  'draft',
  'submitted',
  'open',
  'in_challenge',
  'in_procurement',
  'met',
  'closed_unmet',
  'withdrawn',
])

/** How many organisations could meet a need. Anybody may see the counts; names are for the hub. */
export const supply = z.object({
  assessed: z.boolean(),
  strong: z.number().int(),
  possible: z.number().int(),
  in_reach: z.number().int(),
  reach_miles: z.number().int(),
  second_chances: z.number().int(),
  note: z.string().nullable(),
})

export const needListQuery = z.object({
  place: z.string().optional(),
  state: z.enum(['open', 'closed', 'any']).default('open'),
  origin: z.enum(['consulted', 'entered', 'harvested', 'any']).default('any'),
  /** current: still answerable. stale: the closing date has passed, or nobody has confirmed it for twelve months. */
  age: z.enum(['current', 'stale', 'any']).default('current'),
  supply: z.enum(['none', 'thin', 'enough', 'any']).default('any'),
  priority: z.string().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['newest', 'closing', 'thinnest', 'reference']).default('newest'),
  ...pageQuery,
})
export type NeedListQuery = z.infer<typeof needListQuery>

export const needListItem = z
  .object({
    id: z.string(),
    reference: z.string(),
    title: z.string(),
    origin: z.string(),
    state: needState,
    stale: z.boolean(),
    place: z.string().nullable(),
    owner: z.string().nullable(),
    money: z.string().nullable(),
    opened_on: z.string().nullable(),
    closes_at: z.string().nullable(),
    days_left: z.number().int().nullable(),
    demonstration: z.boolean(),
    supply: supply.nullable(),
  })
  .meta({ id: 'NeedListItem' })

export const needList = pageOf(needListItem)
  .extend({ headline: z.string(), lede: z.string(), place: z.string().nullable(), not_in_here: z.string() })
  .meta({ id: 'NeedList' })
export type NeedList = z.infer<typeof needList>

export const need = needListItem
  .extend({
    description: z.string(),
    outcome: z.string().nullable(),
    outcome_measure: z.string().nullable(),
    baseline: z.string().nullable(),
    affected_group: z.string().nullable(),
    affected_count: z.number().int().nullable(),
    stage: z.string().nullable(),
    cpv: z.array(z.string()),
    source: z
      .object({
        id: z.string(),
        name: z.string(),
        reference: z.string().nullable(),
        address: z.string().nullable(),
        pulled_at: z.string().nullable(),
      })
      .nullable(),
    /** The sentence a harvested need was read from, as published. */
    published_as: z.object({ text: z.string(), position: z.string() }).nullable(),
    solution_language: z.array(z.object({ text: z.string(), start: z.number().int(), end: z.number().int() })),
    warnings: z.array(z.string()),
    path: z.array(
      z.object({ state: needState, label: z.string(), when: z.enum(['done', 'now', 'to_come', 'skipped']) }),
    ),
    voices: z.object({
      total: z.number().int(),
      opposing: z.number().int(),
      shown: z.array(
        z.object({
          quote: z.string(),
          who: z.string(),
          public_id: z.string().nullable(),
          said_on: z.string().nullable(),
          stance: z.string(),
        }),
      ),
    }),
    priorities: z.array(
      z.object({
        node_id: z.string(),
        framework: z.string(),
        title: z.string(),
        grade: z.string(),
        basis: z.string(),
        state: z.string(),
        quote: z.string(),
      }),
    ),
    events: z.array(z.object({ at: z.string(), text: z.string() })),
  })
  .meta({ id: 'Need' })
export type Need = z.infer<typeof need>

export const needMatchesQuery = z.object({
  within: z.enum(['20', '40', '80', 'any']).default('40'),
  fit: z.enum(['strong', 'possible', 'weak']).default('possible'),
  status: z.enum(['active', 'any']).default('active'),
  sort: z.enum(['best', 'nearest']).default('best'),
})
export type NeedMatchesQuery = z.infer<typeof needMatchesQuery>

export const needMatches = z
  .object({
    /** False for readers who may see counts only; `why` then says which role sees names. */
    readable: z.boolean(),
    why: z.string().nullable(),
    headline: z.string(),
    /** Stands over the ideas: how many that were not adopted elsewhere fit here. */
    ideas_headline: z.string(),
    run: z.object({ at: z.string(), engine: z.string() }).nullable(),
    organisations: z.array(match),
    ideas: z.array(match),
    left_out: z.array(z.object({ reason: z.string(), n: z.number().int() })),
    not_in_here: z.string(),
  })
  .meta({ id: 'NeedMatches' })
export type NeedMatches = z.infer<typeof needMatches>

/** A match as one line of the export, which alone carries the points behind the rank. */
export interface MatchLine {
  rank: number
  label: string
  kind: string
  candidate: string
  owner: string | null
  points: number
  distance_miles: number | null
  need_says: string
  candidate_says: string
  against: string
  unknowns: string
}
