import { z } from 'zod'

export const queueItem = z.object({
  id: z.string(),
  kind: z.enum(['match', 'second_chance', 'check']),
  /** Set for matches and second chances: open it at /matches/{id}. */
  match_id: z.string().nullable(),
  title: z.string(),
  note: z.string(),
  due: z.string().nullable(),
  due_text: z.string(),
  label: z.enum(['strong', 'possible', 'weak']).nullable(),
  icon: z.enum(['warn', 'info', 'cross', 'meet', 'check']).nullable(),
  /** For checks: what the register said, and where to look. */
  detail: z
    .object({
      finding: z.string(),
      facts: z.array(z.object({ name: z.string(), value: z.string() })),
      address: z.string().nullable(),
    })
    .nullable(),
  done: z.object({ feedback_id: z.string(), verdict: z.string() }).nullable(),
})

export type QueueItem = z.infer<typeof queueItem>

export const queueQuery = z.object({
  within: z.enum(['due', 'month', 'any']).default('any'),
  sort: z.enum(['due', 'fit']).default('due'),
  at_most: z.enum(['15', '30', '60']).default('15'),
})
export type QueueQuery = z.infer<typeof queueQuery>

export const queue = z
  .object({
    readable: z.boolean(),
    why: z.string().nullable(),
    headline: z.string(),
    done: z.number().int(),
    total: z.number().int(),
    groups: z.array(
      z.object({
        key: z.enum(['due', 'later', 're_offer', 'check', 'done']),
        title: z.string(),
        items: z.array(queueItem),
      }),
    ),
    not_in_here: z.string(),
  })
  .meta({ id: 'Queue' })
export type Queue = z.infer<typeof queue>
