import { z } from 'zod'

export const label = z.enum(['strong', 'possible', 'weak'])

/** One side of the seam: the words as they stand, with the marked phrases as character ranges. */
export const quote = z
  .object({
    source: z.string(),
    date: z.string().nullable(),
    text: z.string(),
    marks: z.array(z.object({ start: z.number().int(), end: z.number().int(), letter: z.string() })),
  })
  .meta({ id: 'Quote' })

export const evidence = z.object({
  kind: z.enum(['words', 'similar in meaning']),
  need: quote,
  candidate: quote,
})

/** What a recorded reason means for this need. */
export const reasonVerdict = z.object({
  code: z.string(),
  quote: z.string().nullable(),
  verdict: z.enum(['bites', 'no_longer_bites', 'unknown']),
  why: z.string(),
})

export const secondChance = z
  .object({
    eligible: z.boolean(),
    headline: z.string(),
    challenge: z.string().nullable(),
    decided_on: z.string().nullable(),
    stage_reached: z.string().nullable(),
    tier: z.string(),
    reasons: z.array(reasonVerdict),
  })
  .meta({ id: 'SecondChance' })

export const match = z
  .object({
    id: z.string(),
    rank: z.number().int(),
    label,
    need: z.object({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      place: z.string().nullable(),
      owner: z.string().nullable(),
      stage: z.string().nullable(),
      money: z.string().nullable(),
      closes_at: z.string().nullable(),
    }),
    candidate: z.object({
      kind: z.enum(['organisation', 'idea']),
      id: z.string(),
      /** What the reader's tier allows: an idea's owner is named only where the owner agreed to it. */
      name: z.string(),
      owner: z.string().nullable(),
      organisation_id: z.string().nullable(),
      meta: z.string(),
      demonstration: z.boolean(),
    }),
    evidence: z.array(evidence),
    against: z.array(z.string()),
    unknowns: z.array(z.string()),
    would_change: z.string().nullable(),
    distance_miles: z.number().nullable(),
    second_chance: secondChance.nullable(),
    /** Named contributions that add up to the sort key; for the explanation chart and the export. */
    parts: z.array(z.object({ name: z.string(), points: z.number() })),
    feedback: z
      .object({ id: z.string(), verdict: z.string(), reason: z.string().nullable(), at: z.string() })
      .nullable(),
    introduction: z.object({ id: z.string(), state: z.string() }).nullable(),
  })
  .meta({ id: 'Match' })
export type Match = z.infer<typeof match>

export const feedbackVerdict = z.enum(['fit', 'not_fit', 'later', 'contacted'])
export const newFeedback = z
  .strictObject({ verdict: feedbackVerdict, reason: z.string().max(200).nullable().default(null) })
  .meta({ id: 'NewFeedback' })
export type NewFeedback = z.infer<typeof newFeedback>
export const feedback = z
  .object({ id: z.string(), verdict: feedbackVerdict, undone: z.boolean() })
  .meta({ id: 'Feedback' })
export type Feedback = z.infer<typeof feedback>

export const introduction = z
  .object({ id: z.string(), state: z.string(), words: z.string() })
  .meta({ id: 'Introduction' })
export type Introduction = z.infer<typeof introduction>
